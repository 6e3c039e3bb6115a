import { roleUrl } from '#db/roles.ts';
import { listAddresses } from './addresses.ts';
import type { DemoOptions } from './demoOptions.ts';
import { signingKeyPath } from './demoSigningKey.ts';
import { openAuthSecret } from './demoStaff.ts';
import type { Program } from './supervise.ts';
import { nextProgram } from './webBuild.ts';

/** What the demo itself may have in its environment and its programs must not. */
const noSecrets = {
  DATABASE_URL: undefined,
  COUNTING_DATABASE_URL: undefined,
  COUNTING_VOTE_DATABASE_URL: undefined,
  SIGNING_KEY_FILE: undefined,
  AUTH_SECRET: undefined,
};

/** The processes beside the database, each with its own role and no more. */
export function listPrograms(options: DemoOptions, ownerUrl: string): Program[] {
  const { dev, webPort, livePort, packageFolder } = options;
  const run = (name: string, environment: Program['environment']): Program => ({
    name,
    args: dev
      ? ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', `server/${name}/index.ts`]
      : ['--import', 'tsx', `server/${name}/index.ts`],
    environment: { ...noSecrets, ELECTION_MODE: 'rehearsal', ...environment },
  });
  return [
    run('aggregator', { AGGREGATOR_DATABASE_URL: roleUrl(ownerUrl, 'saylau_aggregator') }),
    run('detectors', { DETECTOR_DATABASE_URL: roleUrl(ownerUrl, 'saylau_detector') }),
    run('notifier', {
      NOTIFIER_DATABASE_URL: roleUrl(ownerUrl, 'saylau_notifier'),
      NOTIFIER_LOOPBACK: 'allow',
    }),
    run('live', {
      LIVE_DATABASE_URL: roleUrl(ownerUrl, 'saylau_live'),
      LIVE_PORT: String(livePort),
      LIVE_ALLOWED_ORIGINS: listAddresses(webPort).join(','),
    }),
    run('rehearsal', {
      DATABASE_URL: ownerUrl,
      ELECTION_PACKAGE: packageFolder,
      SIGNING_KEY_FILE: signingKeyPath(options.dataDir),
    }),
    {
      name: 'web',
      args: ['--import', './server/demo/followParent.js', nextProgram, dev ? 'dev' : 'start', '-p', String(webPort)],
      environment: {
        NODE_ENV: dev ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        ...noSecrets,
        WEB_DATABASE_URL: roleUrl(ownerUrl, 'saylau_web'),
        AUTH_SECRET: openAuthSecret(options.dataDir),
        LIVE_PORT: String(livePort),
      },
    },
  ];
}
