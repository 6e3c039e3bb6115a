import type { Unit } from '#domain/geography.ts';
import { type Ask, describeQuestion, type Question } from './ask.ts';
import { inParallel } from './crawl.ts';
import type { Report } from './report.ts';

const waysToAsk: readonly Question[] = [
  { headers: { 'Accept-Encoding': 'br' } },
  { headers: { 'Accept-Encoding': 'gzip' } },
  {},
  { method: 'HEAD' },
  { headers: { Range: 'bytes=0-99' } },
  { headers: { 'If-None-Match': '"x"' } },
];

/** Asks the live server for every file of the board and of the results, for its health and its metrics. */
export async function crawlLive(
  ask: Ask,
  units: readonly Unit[],
  resultPaths: readonly string[],
  report: Report,
): Promise<void> {
  const addresses = [
    '/live/board.json',
    '/live/status.json',
    ...units.flatMap(({ level, code }) => [`/live/${level}s/${code}.json`, `/live/series/${code}.json`]),
    ...resultPaths.map((path) => `/live/results/${path}`),
    '/healthz',
    '/readyz',
    '/metrics',
    '/live/none.json',
  ];
  const isEnough = () => report.isEnough('live files');
  await inParallel([...new Set(addresses)], isEnough, async (address) => {
    for (const question of waysToAsk)
      report.answer('live files', describeQuestion(address, question), await ask(address, question));
  });
}
