import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidInput } from '#domain/errors.ts';

export interface DemoOptions {
  at: string;
  /** Election seconds a real second. */
  speed: number;
  webPort: number;
  livePort: number;
  dataDir: string;
  packageFolder: string;
  seed: number;
  /** Empties a database whose rehearsal somebody voted into. */
  reset: boolean;
  /** Reloads pages and processes when their sources change. */
  dev: boolean;
}

export const usage = `npm run demo -- [options]
  --at TIME          moment of the election, by its own clock     (2020-10-02T17:00)
  --speed N          election seconds a second, 0 stands still    (600)
  --web-port N       port of the pages                            (3000)
  --live-port N      port of the live server                      (3001)
  --data-dir DIR     folder of the embedded database              (.saylau)
  --package DIR      election package                             (elections/kz-primaries-2020)
  --seed N           course of the rehearsal between checkpoints  (2020)
  --reset            also empty a database that holds votes cast by hand
  DATABASE_URL       use this PostgreSQL instead of the embedded one`;

/** Throws InvalidInput with one line that names the option. */
export function readDemoOptions(args: readonly string[]): DemoOptions | 'help' {
  const { values } = parse(args);
  if (values.help) return 'help';
  return {
    at: values.at,
    speed: number('speed', values.speed, 0, 100_000),
    webPort: number('web-port', values['web-port'], 1, 65_535),
    livePort: number('live-port', values['live-port'], 1, 65_535),
    dataDir: resolve(values['data-dir']),
    packageFolder: values.package,
    seed: number('seed', values.seed, 0, 2 ** 31 - 1),
    reset: values.reset,
    dev: values.dev,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        at: { type: 'string', default: '2020-10-02T17:00' },
        speed: { type: 'string', default: '600' },
        'web-port': { type: 'string', default: '3000' },
        'live-port': { type: 'string', default: '3001' },
        'data-dir': { type: 'string', default: '.saylau' },
        package: { type: 'string', default: 'elections/kz-primaries-2020' },
        seed: { type: 'string', default: '2020' },
        reset: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new InvalidInput(error instanceof Error ? error.message : String(error));
  }
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (
    text.trim() === '' ||
    !Number.isFinite(value) ||
    value < least ||
    value > most ||
    (name !== 'speed' && !Number.isInteger(value))
  ) {
    throw new InvalidInput(`--${name} ${text}: expected a number from ${least} to ${most}`);
  }
  return value;
}
