import { buildWeb, isWebBuilt } from '#server/demo/webBuild.ts';
import { hasPrograms } from '#tests/support/hasPrograms.ts';
import { startDemo } from '#tests/support/startDemo.ts';
import { currentLoad, describeMachine } from '../machine.ts';
import { elapsedSeconds, judge, printReport, tell } from '../report.ts';
import { median, significant } from '../statistics.ts';
import { startNginx } from './nginxPeer.ts';
import { askWithWrk, type Load } from './wrk.ts';

const repeats = 3;
const windowSeconds = 5;

if (!hasPrograms('wrk', 'nginx')) throw new Error('wrk and nginx are missing: apt-get install wrk nginx-light');
if (!isWebBuilt()) await buildWeb(() => {});
// The clock runs: pages and files are made anew as they are on an election day.
const demo = await startDemo(['--at', '2020-10-02T17:00', '--speed', '1']);
const ends: (() => Promise<unknown>)[] = [demo.stop];
try {
  const board = await fetch(`${demo.live}/live/board.json`);
  const etag = board.headers.get('etag') ?? '';
  const bytes = Buffer.from(await board.arrayBuffer());
  const nginx = await startNginx(bytes);
  ends.push(nginx.stop);
  const nginxEtag = (await fetch(nginx.url)).headers.get('etag') ?? '';
  const gzip = { 'Accept-Encoding': 'gzip' };
  const cases = [
    { name: 'snapshot', url: `${demo.live}/live/board.json`, headers: {} },
    { name: 'snapshot of nginx', url: nginx.url, headers: {} },
    { name: 'snapshot gzip', url: `${demo.live}/live/board.json`, headers: gzip },
    { name: 'snapshot gzip of nginx', url: nginx.url, headers: gzip },
    { name: 'not modified', url: `${demo.live}/live/board.json`, headers: { ...gzip, 'If-None-Match': etag } },
    { name: 'not modified of nginx', url: nginx.url, headers: { ...gzip, 'If-None-Match': nginxEtag } },
    { name: 'home page', url: `${demo.web}/ru`, headers: gzip },
    { name: 'region page', url: `${demo.web}/ru/regions/KZ-KAR`, headers: gzip },
  ];
  const loads = new Map<string, Load[]>(cases.map(({ name }) => [name, []]));
  for (const { url, headers } of cases) await askWithWrk(url, headers, 2);
  const loadAtStart = currentLoad();
  for (let turn = 1; turn <= repeats; turn += 1) {
    for (const { name, url, headers } of cases) {
      const load = await askWithWrk(url, headers, windowSeconds);
      loads.get(name)?.push(load);
      tell(`${turn}/${repeats} ${name}: ${load.requestsPerSecond} requests/s, p99 ${load.p99Ms} ms`);
    }
  }
  const figures = Object.fromEntries(
    [...loads].map(([name, each]) => [
      name,
      {
        requestsPerSecond: significant(median(each.map(({ requestsPerSecond }) => requestsPerSecond))),
        p99Ms: significant(median(each.map(({ p99Ms }) => p99Ms))),
      },
    ]),
  );
  const rateOf = (name: string) => figures[name]?.requestsPerSecond ?? Number.NaN;
  const ofNginx = (name: string) => significant(rateOf(name) / rateOf(`${name} of nginx`));
  printReport({
    benchmark: 'snapshot',
    machine: describeMachine(['next', 'react']),
    loadAverage: { atStart: loadAtStart, atEnd: currentLoad() },
    seconds: elapsedSeconds(),
    snapshotBytes: bytes.length,
    repeats,
    windowSeconds,
    figures,
    aims: [
      judge('snapshot ≥ 40 % of nginx', ofNginx('snapshot gzip'), (value) => value >= 0.4),
      judge('304 ≥ 40 % of nginx', ofNginx('not modified'), (value) => value >= 0.4),
      judge('home page ≥ 500 requests/s', rateOf('home page'), (value) => value >= 500),
    ],
  });
} finally {
  for (const end of ends.reverse()) await end();
}
