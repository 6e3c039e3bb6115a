import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isZeroFeedStale } from '#db/counting/isZeroFeedStale.ts';
import { buildWeb, isWebBuilt } from '#server/demo/webBuild.ts';
import { startDemo } from '#tests/support/startDemo.ts';
import { currentLoad, describeMachine } from '../machine.ts';
import { elapsedSeconds, judge, printReport, tell } from '../report.ts';
import { percentile } from '../statistics.ts';
import { fillConsole } from './fillConsole.ts';
import { signIn } from './signIn.ts';

const requests = 30;
const warmUps = 10;
const limitMs = 300;

const pages = [
  '',
  '/incidents',
  '/violations',
  '/violations?state=open&hours=24',
  '/violations?q=reported',
  '/violations?before=10000',
  '/violations/V-12345',
  '/violations/new',
  '/schedule',
  '/results',
  '/people',
  '/audit',
  '/keys',
  '/webhooks',
  '/account',
].map((path) => `/ru/console${path}`);
const lists = [
  '/overview',
  '/incidents',
  '/incidents?state=open',
  '/violations',
  '/violations?state=open&hours=24',
  '/violations/V-12345',
  '/violations/candidacies?unit=KZ-ALM&q=а',
  '/results',
  '/people',
  '/audit',
  '/keys',
  '/webhooks',
].map((path) => `/api/ops${path}`);

const { values } = parseArgs({
  options: { incidents: { type: 'string', default: '1000' }, cases: { type: 'string', default: '20000' } },
});
const filled = { incidents: Number(values.incidents), cases: Number(values.cases) };

if (!isWebBuilt()) await buildWeb(() => {});
// The first night: few votes to load, and the console does not read them.
const demo = await startDemo(['--at', '2020-10-01T03:00', '--speed', '0']);
try {
  tell(`filling: ${filled.incidents} incidents, ${filled.cases} cases`);
  await fillConsole(demo.owner.db, filled);
  const cookie = await signIn(demo.web, demo.dataDir, 'leadership1');
  // The rehearsal's player puts the zero feed out first, which takes a core for seconds.
  while (await isZeroFeedStale(demo.owner.db)) await delay(200);
  const loadAtStart = currentLoad();
  const figures: { path: string; status: number; least: number; p50: number; p95: number; kB: number }[] = [];
  for (const path of [...pages, ...lists, '/ru/status', '/ru']) figures.push(await measure(path, cookie));
  process.stdout.write(
    `${'status'.padStart(6)}${'least ms'.padStart(10)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}${'kB'.padStart(8)}  path\n`,
  );
  for (const { path, status, least, p50, p95, kB } of figures)
    process.stdout.write(
      `${String(status).padStart(6)}${least.toFixed(0).padStart(10)}${p50.toFixed(0).padStart(9)}${p95.toFixed(0).padStart(9)}${kB.toFixed(1).padStart(8)}  ${path}\n`,
    );
  printReport({
    benchmark: 'console',
    machine: describeMachine(['next', 'react', 'better-auth']),
    loadAverage: { atStart: loadAtStart, atEnd: currentLoad() },
    seconds: elapsedSeconds(),
    filled,
    requests,
    figures,
    aims: [
      judge(
        `slowest p95 < ${limitMs} ms`,
        Math.max(...figures.filter(({ status }) => status < 400).map(({ p95 }) => p95)),
        (value) => value < limitMs,
      ),
    ],
  });
} finally {
  await demo.stop();
}

/** One request after another, to the last byte; the size is that of the text. */
async function measure(path: string, cookie: string) {
  const times: number[] = [];
  let status = 0;
  let bytes = 0;
  for (let turn = 0; turn < warmUps + requests; turn += 1) {
    const startedAt = performance.now();
    const answer = await fetch(`${demo.web}${path}`, { headers: { cookie }, redirect: 'manual' });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (turn >= warmUps) times.push(performance.now() - startedAt);
    status = answer.status;
  }
  tell(`${status} ${path}`);
  return {
    path,
    status,
    least: Math.min(...times),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    kB: bytes / 1000,
  };
}
