import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ask, Question } from './ask.ts';
import { crawl } from './crawl.ts';
import type { Report } from './report.ts';

/** Values of dynamic segments: all of them are tried in every place of the app's addresses. */
export interface SegmentValues {
  languages: readonly string[];
  unitCodes: readonly string[];
  contestIds: readonly string[];
  /** Of incidents and cases. */
  staffIds: readonly string[];
  editions: readonly string[];
  filePaths: readonly string[];
  searches: readonly string[];
}

const Routes = z.record(z.string(), z.string());
const mostAddresses = 1_500;
/** As a browser asks for a page, and as Next's own client asks for its payload and for parts of it ahead of time. */
const asClient = (headers: Record<string, string> = {}): Question => ({ headers: { RSC: '1', ...headers } });
const waysToAsk: readonly Question[] = [
  {},
  asClient(),
  asClient({ 'Next-Router-Prefetch': '1' }),
  asClient({ 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' }),
  asClient({ 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_index' }),
  asClient({ 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_head' }),
  { method: 'HEAD' },
];
const encodings: readonly Question[] = ['br', 'gzip', 'identity'].map((encoding) => ({
  headers: { 'Accept-Encoding': encoding },
}));

/** Asks for every route of the build with every value, and for whatever the answers lead to; returns how many addresses that were. */
export async function crawlSite(ask: Ask, values: SegmentValues, report: Report): Promise<number> {
  const firstOfRoutes = new Set(listFirstOfRoutes(values));
  return crawl(ask, {
    start: [...listRoutes(values), ...listAssets()],
    most: mostAddresses,
    waysOf: (address) => waysOf(address, { ...values, isFirst: firstOfRoutes.has(address) }),
    isFollowed: () => true,
    tell: (where, answer) => report.answer('site', where, answer),
    tooMany: () => report.problem('site', 'crawl', `more than ${mostAddresses} addresses: something leads on for ever`),
    isEnough: () => report.isEnough('site'),
  });
}

/** Every way once for each route; what differs from address to address is in a page's bytes, its payload among them. */
function waysOf(address: string, { languages, isFirst }: SegmentValues & { isFirst: boolean }): readonly Question[] {
  if (address.startsWith('/_next/')) return [{}];
  if (address.startsWith('/api/')) return isFirst ? [...encodings, { method: 'HEAD' }] : encodings.slice(0, 2);
  if (isFirst) return waysToAsk;
  return waysToAsk.slice(0, address.startsWith(`/${languages[0]}`) ? 2 : 1);
}

/** One address of every route, with the first values. */
export function listFirstOfRoutes(values: SegmentValues): string[] {
  return readRoutes().flatMap((route) => fillSegments(route, values).slice(0, 1));
}

function readRoutes(): string[] {
  const routes = Routes.parse(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')));
  return [...new Set(Object.values(routes))];
}

/** Every page and route handler that the build knows, by its own list. */
export function listRoutes(values: SegmentValues, isChosen: (route: string) => boolean = () => true): string[] {
  return readRoutes()
    .filter(isChosen)
    .flatMap((route) => fillSegments(route, values).flatMap((address) => [address, ...searchesOf(address, values)]));
}

function searchesOf(address: string, { searches }: SegmentValues): string[] {
  if (!/results|candidac/.test(address) || /\.\w+$/.test(address)) return [];
  return searches.map((text) => `${address}?q=${encodeURIComponent(text)}`);
}

function fillSegments(route: string, values: SegmentValues): string[] {
  const [, before = '', catchAll, name = '', after = ''] = /^(.*?)\[\[?(\.\.\.)?(\w+)\]?\](.*)$/.exec(route) ?? [];
  if (name === '') return [route];
  const choices = catchAll ? pathsUnder(before, values) : choicesOf(name, values);
  return choices.flatMap((choice) => fillSegments(`${before}${choice}${after}`, values));
}

function pathsUnder(before: string, { filePaths }: SegmentValues): readonly string[] {
  return /\/(editions|results)\//.test(before) ? [...filePaths, 'none'] : ['none', 'contests/president.json'];
}

function choicesOf(
  name: string,
  { languages, unitCodes, contestIds, staffIds, editions }: SegmentValues,
): readonly string[] {
  if (name === 'lang') return languages;
  if (name === 'theme') return ['auto', 'dark'];
  if (name === 'code') return unitCodes;
  return name === 'edition' ? editions : [...contestIds, ...staffIds, 'none'];
}

/** Scripts and styles of the build, the maps they could have, and the public folder. */
function listAssets(): string[] {
  const list = (folder: string, prefix: string) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => `${prefix}${join(entry.parentPath, entry.name).slice(folder.length)}`)
      : [];
  const built = list('.next/static', '/_next/static');
  return [
    ...built,
    ...built.filter((path) => /\.(js|css)$/.test(path)).map((path) => `${path}.map`),
    ...list('public', ''),
  ];
}
