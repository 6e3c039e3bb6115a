import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

/** Verify, then unit, database and server tests, then the browser; the last line counts them all. */
const UnitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const BrowserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function readReport<T>(path: string, schema: z.ZodType<T>, count: (report: T) => Count): Count {
  try {
    return count(schema.parse(JSON.parse(readFileSync(path, 'utf8'))));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const verified = run('npm', ['run', '--silent', 'verify']);
run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile=test-results/unit.json']);
run('npx', ['playwright', 'test']);

const parts: Count[] = [
  { passed: verified ? 1 : 0, failed: verified ? 0 : 1, skipped: 0 },
  readReport('test-results/unit.json', UnitReport, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  })),
  readReport('test-results/e2e.json', BrowserReport, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })),
];
const sum = (key: keyof Count) => parts.reduce((total, part) => total + part[key], 0);
process.stdout.write(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}\n`,
);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
