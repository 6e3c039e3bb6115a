import { createHash, randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { plainBytes } from '#db/queries/plainBytes.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { type AggregatorProcess, startAggregatorProcess } from '../support/aggregatorProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/liveServer.ts';
import { approveTwice, sealSmallEdition } from '../support/releaseEdition.ts';
import { loadSmallElection } from '../support/smallElection.ts';
import { listMoments } from './runChaos.ts';

const rounds = 50;
const seed = randomInt(2 ** 31);
const publishAt = '2020-10-05T12:00:00+06:00';
const names = (name: string) => ({ kk: name, ru: name, en: name });
/** The publication is this long after the clock starts; the kill comes somewhere in this span around it. */
const leadMs = 150;
const killSpanMs = 320;
/** How long a release takes here, at least. */
const releaseMs = 60;

interface State extends Record<string, unknown> {
  editions: number;
  version: number;
  files: number;
  broken: number;
  candidacies: number;
  hash: string | null;
}

/** Each round an edition is due, its aggregator dies somewhere around the release, and another takes over. */
it(`each of ${rounds} releases is complete and single whenever its aggregator is killed (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const ends = { before: 0, during: 0, after: 0 };
  let victim = start(false);
  const standbys = [start(true), start(true)];
  for (const [index, killMs] of listMoments(rounds, seed, killSpanMs).entries()) {
    const number = index + 1;
    const standby = standbys.shift() ?? start(true);
    standbys.push(start(true));
    const { before, draft } = await sealNext(number);
    await Promise.all([standby.ready, victim.ready]);
    await setBoardClock(database.client.db, clockAt(Date.parse(publishAt) - leadMs, 1));
    // Half of them at any moment, half once the release has begun.
    if (number % 4 < 2) await delay(killMs);
    else {
      await until(async () => (await isReleasing()) || (await readState(number)).editions === number);
      await delay(killMs % releaseMs);
    }
    const releasing = await isReleasing();
    await victim.kill();
    // Every other time the server loses what it was doing, too.
    if (number % 2 === 0) await endReleases();
    const atKill = await readState(number);
    standby.wake();
    await until(async () => (await readState(number)).editions === number);
    ends[atKill.editions === number ? 'after' : releasing ? 'during' : 'before'] += 1;
    expect([number, killMs, await readState(number)]).toEqual([
      number,
      killMs,
      {
        editions: number,
        version: before.version + 1,
        files: draft.files,
        broken: 0,
        candidacies: draft.edition.contests.flatMap((c) => c.candidacies).length,
        hash: draft.manifestHash,
      },
    ]);
    running.delete(victim);
    victim = standby;
  }
  process.stderr.write(
    `seed ${seed}: killed ${ends.before} before the release, ${ends.during} during it, ${ends.after} after it\n`,
  );
  expect(ends.during).toBeGreaterThan(0);
});

let database: TestDatabase;
const running = new Set<AggregatorProcess>();

/** They start while the rounds before theirs are played, frozen until they are needed. */
function start(frozen: boolean): AggregatorProcess {
  const process = startAggregatorProcess(database.url, frozen);
  process.ready.catch(() => {});
  running.add(process);
  return process;
}

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSmallElection(database.client.db);
  await announcePublication(database.client.db, {
    publishAt,
    announcedAt: '2020-09-01T00:00:00+06:00',
    reason: null,
    decidedBy: names('commission'),
  });
  // A small edition is copied in some ms; this makes it as long as a large one.
  await database.client.connection.unsafe(`
    create function public.linger() returns trigger language plpgsql as 'begin perform pg_sleep(${releaseMs / 1_000}); return null; end';
    create trigger linger after insert on published.candidacy for each statement execute function public.linger()`);
});
afterAll(async () => {
  await Promise.all([...running].map((process) => process.kill()));
  await database.drop();
});

async function sealNext(number: number) {
  await setBoardClock(database.client.db, clockAt(Date.parse(publishAt) - leadMs, 0));
  const draft = await sealSmallEdition(database, number > 1 ? { reason: names(`correction ${number}`) } : {});
  await approveTwice(database, draft);
  return { draft, before: await readState(number - 1) };
}

async function readState(number: number): Promise<State> {
  const [row] = await database.client.db.execute<State>(sql`
    select (select count(*)::int from published.edition) as editions, (select version::int from board.version) as version,
      count(*)::int as files,
      (select count(*)::int from published.candidacy) as candidacies,
      (select manifest_hash from published.edition where number = ${number}) as hash
    from published.file where edition = ${number}`);
  if (!row) throw new Error('no answer');
  const files = await database.client.db.execute<{ sha256: Buffer; bytes: Buffer | null; gzip: Buffer | null }>(
    sql`select sha256, bytes, gzip from published.file where edition = ${number}`,
  );
  const isBroken = (file: (typeof files)[number]) =>
    !createHash('sha256').update(plainBytes(file)).digest().equals(file.sha256);
  return { ...row, broken: files.filter(isBroken).length };
}

async function isReleasing(): Promise<boolean> {
  const rows = await database.client.db.execute(sql`
    select from pg_stat_activity where datname = current_database() and state = 'active' and query like '%release_due%' and pid <> pg_backend_pid()`);
  return rows.length > 0;
}

async function endReleases(): Promise<void> {
  await database.client.db.execute(sql`
    select pg_terminate_backend(pid, 1000) from pg_stat_activity
    where datname = current_database() and state = 'active' and query like '%release_due%' and pid <> pg_backend_pid()`);
}
