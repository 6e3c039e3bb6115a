import { type Database, sql } from '#db/client.ts';
import type { Scope } from '#domain/board.ts';
import { languages } from '#domain/languages.ts';
import { listAddresses } from '#server/demo/addresses.ts';
import { type Ask, createAsk } from './ask.ts';
import { canaryElection } from './canaryElection.ts';
import { compareSizes } from './compareSizes.ts';
import { crawlConsole } from './crawlConsole.ts';
import { crawlLive } from './crawlLive.ts';
import { crawlSite } from './crawlSite.ts';
import { correctTurnout, type EmbargoHouse } from './embargoHouse.ts';
import { type EmbargoPerson, personOf } from './embargoStaff.ts';
import { followSockets } from './followSockets.ts';
import { guessNames } from './guessNames.ts';
import { searchDeliveries } from './receiveDeliveries.ts';
import { createReport, type Part, parts, type Report } from './report.ts';
import { searchDatabase } from './searchDatabase.ts';

const { units, contests, candidacies } = canaryElection;
const scopes: Scope[] = units.map(({ level, code }) => ({ level, code }));
/** Where an edition's files will be, and where somebody may look for them. */
const webPrefixes = ['/api/v1/editions/1/', '/api/v1/editions/01/', '/api/v1/editions/2/', '/api/v1/editions/'];
const livePrefixes = ['/live/results/1/', '/live/editions/1/'];

interface Site {
  house: EmbargoHouse;
  web: Ask;
  live: Ask;
  /** Paths of the zero feed. */
  publicPaths: readonly string[];
  report: Report;
  /** Who are asked as in the console. */
  people: readonly EmbargoPerson[];
}

const searches: Record<Exclude<Part, 'sockets'>, (site: Site) => Promise<unknown>> = {
  site: ({ house, web, publicPaths, report }) =>
    crawlSite(web, segmentValues(house, [...publicPaths, ...house.canaries.paths]), report),
  console: ({ house, web, people, report }) =>
    crawlConsole(
      web,
      people,
      { values: { ...segmentValues(house, []), contestIds: [] }, mayKnow: house.mayKnow },
      report,
    ),
  'live files': ({ house, live, publicPaths, report }) =>
    crawlLive(live, units, [...publicPaths, ...house.canaries.paths], report),
  names: async ({ house, web, live, publicPaths, report }) => {
    const { paths } = house.canaries;
    // The zero feed has those of the same name.
    const unheardOf = paths.filter((path) => !publicPaths.includes(path));
    await guessNames(web, webPrefixes, paths, report);
    await guessNames(live, livePrefixes, paths, report);
    await guessNames(web, ['/api/v1/results/'], unheardOf, report);
    await guessNames(live, ['/live/results/'], unheardOf, report);
  },
  database: ({ house, report }) => searchDatabase(house.owner.db, house.ownerUrl, report),
  sizes: ({ house, report }) =>
    compareSizes(
      { owner: house.owner.db, url: house.ownerUrl },
      { owner: house.other.owner.db, url: house.other.url },
      report,
    ),
  deliveries: ({ house, report }) => searchDeliveries(house.owner.db, house.receiver, report),
  logs: async ({ house, report }) => {
    for (const { name, content } of house.readLogs()) report.look('logs', name, content);
  },
};

/** Where one leak that was built in is looked for, and in each part only until it is found. */
export interface LeakSearch {
  parts: readonly Part[];
  /** In the console it is looked for as this person only. */
  seenBy?: string;
}

/** Looks for the sealed edition and the staff's secrets in everything that the public, the press, the staff and the database's roles can reach. */
export async function findLeaks(house: EmbargoHouse, leak: LeakSearch | null = null): Promise<Report> {
  const { parts: chosen, seenBy } = leak ?? { parts };
  const web = createAsk(house.webPort);
  const live = createAsk(house.livePort);
  try {
    // The API's description shows invented results.
    const { content } = await web.ask('/api/v1/openapi.json');
    const report = createReport(house.canaries, {
      examples: content.toString('utf8'),
      untilFound: leak !== null,
    });
    const publicPaths = await listPublicPaths(house.owner.db);
    const people = seenBy === undefined ? house.people : [personOf(house.people, seenBy)];
    const site: Site = { house, web: web.ask, live: live.ask, publicPaths, report, people };
    const sockets = chosen.includes('sockets') ? await openSockets(site) : null;
    for (const part of parts) if (part !== 'sockets' && chosen.includes(part)) await searches[part](site);
    await sockets?.stop();
    return report;
  } finally {
    web.close();
    live.close();
  }
}

async function openSockets({ house, report }: Site) {
  const [origin = ''] = listAddresses(house.webPort);
  const sockets = await followSockets(house.livePort, origin, scopes, report);
  // So that updates are told, not only boards.
  await correctTurnout(house.owner, 'XX-A-1', 1);
  return sockets;
}

function segmentValues(house: EmbargoHouse, filePaths: readonly string[]) {
  const [someone] = candidacies;
  return {
    languages,
    unitCodes: units.map(({ code }) => code),
    contestIds: contests.map(({ id }) => id),
    staffIds: house.staffIds,
    // Others are guessed.
    editions: ['0'],
    filePaths: [...new Set(filePaths)],
    searches: ['Invented', someone?.names.ru ?? '', someone?.id ?? ''],
  };
}

async function listPublicPaths(owner: Database): Promise<string[]> {
  const rows = await owner.execute<{ path: string }>(
    sql`select path from published.file where edition = 0 order by path`,
  );
  return rows.map(({ path }) => path);
}
