import { setTimeout as delay } from 'node:timers/promises';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { createDatabase, sql } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { openRoles } from '#db/roles.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { parseElectionTime } from '#domain/electionTime.ts';
import { readEnvironment } from '../environment.ts';
import { readPackage } from '../packages/readPackage.ts';
import { clockAt, setClocks } from '../rehearsal/clocks.ts';
import { bringResults, loadRehearsal } from '../rehearsal/prepareRehearsal.ts';
import { refuseLiveMode } from '../rehearsal/rehearsal.ts';
import { listAddresses, requireFreePort } from './addresses.ts';
import { checkForeignDatabase, logFolderOf, startOwnDatabase } from './demoDatabase.ts';
import type { DemoOptions } from './demoOptions.ts';
import { openSigningKey } from './demoSigningKey.ts';
import { bringSignIns, signInsPath } from './demoStaff.ts';
import { lockFolder } from './folderLock.ts';
import { listPrograms } from './programs.ts';
import { say, step } from './progress.ts';
import { supervise } from './supervise.ts';
import { buildWeb, isWebBuilt } from './webBuild.ts';

const answerTimeoutMs = 60_000;

/** Everything the demo started, ended in the reverse order, once. */
function createEnding(): { push(stop: () => Promise<void> | void): void; end(): Promise<void> } {
  const stops: (() => Promise<void> | void)[] = [];
  let ended: Promise<void> | undefined;
  const endAll = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  return {
    push: (stop) => {
      stops.push(stop);
    },
    end: () => {
      ended ??= endAll();
      return ended;
    },
  };
}

/** Brings an election to the moment asked for, lets it move and shows it until Ctrl-C; nothing it started outlives it. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const ending = createEnding();
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => reject(new Interrupted()));
  });
  try {
    await Promise.race([showElection(options, ending), interrupted]);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    say('\nstopping');
  } finally {
    await ending.end();
  }
  say('stopped; nothing is left running');
  process.exit(0);
}

class Interrupted extends Error {}

async function showElection(options: DemoOptions, ending: ReturnType<typeof createEnding>): Promise<never> {
  const { ELECTION_MODE, DATABASE_URL } = readEnvironment();
  refuseLiveMode(ELECTION_MODE);
  await requireFreePort(options.webPort, '--web-port');
  await requireFreePort(options.livePort, '--live-port');
  ending.push(lockFolder(options.dataDir));
  const source = await step('election package', () => readPackage(options.packageFolder));
  const atMs = parseElectionTime(options.at, source.election.timeZone);

  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const database = await step('PostgreSQL', () =>
    DATABASE_URL ? checkForeignDatabase(DATABASE_URL) : startOwnDatabase(options.dataDir, say, fail),
  );
  ending.push(database.stop);
  // Pages build while the database loads: they need none of it.
  const pages =
    options.dev || isWebBuilt()
      ? Promise.resolve()
      : buildWeb((child) => ending.push(() => void child.kill('SIGTERM')));
  pages.catch(() => {});
  await step('schema and roles', async () => {
    await migrate(database.url, ['vote-events', 'vote-reference', 'board', 'ops']);
    await openRoles(database.url);
  });
  const signIns = await load(database.url, source, options, atMs);
  await step('pages', () => pages);

  const programs = listPrograms(options, database.url);
  const running = programs.map((program) => supervise(program, logFolderOf(options.dataDir), say, fail));
  for (const program of running) ending.push(program.stop);
  await Promise.race([step('processes', () => waitForPage(options.webPort, options.livePort)), failed]);
  await startClock(database.url, atMs, options.speed);

  const [nearest, , ...others] = listAddresses(options.webPort);
  say(`\n${source.election.names.en}, ${options.at} ${source.election.timeZone}, ${options.speed} × real time`);
  say(`  open       ${nearest}`);
  for (const address of others) say(`  on a phone ${address}`);
  say(`\n  staff      ${nearest}/en/sign-in, as any of (also in ${signInsPath(options.dataDir)})`);
  say(signIns.replace(/^(?=.)/gm, '    '));
  say(`  logs       ${logFolderOf(options.dataDir)}\n  Ctrl-C stops everything`);
  return failed;
}

async function load(url: string, source: ElectionPackage, options: DemoOptions, atMs: number): Promise<string> {
  const owner = createDatabase(url, { applicationName: 'saylau-demo', maxConnections: 2 });
  const databases = { vote: owner, board: owner };
  const rehearsal = { source, seed: options.seed, signingKey: openSigningKey(options.dataDir) };
  try {
    if (options.reset)
      await owner.db.execute(
        sql`truncate vote."authorization", vote.refusal, vote.ballot, vote.turnout_correction, vote.rehearsal cascade`,
      );
    await step(`votes until ${options.at}, seed ${options.seed}`, async (tell) => {
      const show = (events: number) => tell(`${events.toLocaleString('en')} events`);
      const counts = await loadRehearsal(databases, rehearsal, atMs, show);
      show(Object.values(counts).reduce((sum, count) => sum + count, 0));
    });
    await step('turnout', async (tell) => {
      const fold = await foldTurnout(owner.db);
      if (fold.outcome === 'folded') tell(`version ${fold.version}`);
    });
    await bringResults(databases, rehearsal, atMs, step);
    return await bringSignIns(owner.db, options.dataDir);
  } finally {
    await owner.close();
  }
}

async function startClock(url: string, atMs: number, speed: number): Promise<void> {
  const owner = createDatabase(url, { applicationName: 'saylau-demo', maxConnections: 1 });
  try {
    await setClocks({ vote: owner, board: owner }, clockAt(atMs, speed));
  } finally {
    await owner.close();
  }
}

async function waitForPage(webPort: number, livePort: number): Promise<void> {
  const deadline = Date.now() + answerTimeoutMs;
  for (const address of [`http://127.0.0.1:${livePort}/readyz`, `http://127.0.0.1:${webPort}/en`]) {
    for (;;) {
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok) break;
      if (Date.now() > deadline) throw new Error(`${address} does not answer (${answer?.status ?? 'no connection'})`);
      await delay(100);
    }
  }
}
