import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { startReleasing } from '#server/aggregator/startReleasing.ts';
import { createLog } from '#server/log.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { until } from '../../support/liveServer.ts';
import { approveTwice, sealSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

const publishAt = '2020-10-05T12:00:00+06:00';
const names = (name: string) => ({ kk: name, ru: name, en: name });

describe('the aggregators', () => {
  let database: TestDatabase;
  let stops: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
    const change = {
      publishAt,
      announcedAt: '2020-09-01T00:00:00+06:00',
      reason: null,
      decidedBy: names('commission'),
    };
    await announcePublication(database.client.db, change);
    await approveTwice(database, await sealSmallEdition(database));
  });
  afterEach(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await database.drop();
  });

  const start = (count: number) => {
    const log = createLog('aggregator', 'silent');
    stops = Array.from({ length: count }, () => startReleasing(database.connectAs('saylau_aggregator').db, log));
  };
  const release = async () => (await getFeed(database.client.db)).release;

  it('release a due edition once, within a second of its time', async () => {
    await setBoardClock(database.client.db, clockAt(Date.parse(publishAt) - 500, 1));
    const { version } = await getFeed(database.client.db);
    start(3);
    await until(async () => (await release()) !== null);
    const released = await release();
    expect([released?.edition, released?.version]).toEqual([1, version + 1]);
    const lateMs = Date.parse(released?.releasedAt ?? '') - Date.parse(publishAt);
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(1_000);
  });

  it('try again until a release that fails goes through', async () => {
    await database.client.db.execute(sql`alter table published.candidacy add constraint broken check (false)`);
    await setBoardClock(database.client.db, clockAt(Date.parse(publishAt), 0));
    start(1);
    await until(async () => {
      const [row] = await database.client.db.execute<{ failed: string }>(sql`
        select xact_rollback as failed from pg_stat_database where datname = current_database()`);
      return Number(row?.failed) > 0;
    });
    expect(await release()).toBe(null);
    await database.client.db.execute(sql`alter table published.candidacy drop constraint broken`);
    await until(async () => (await release()) !== null);
  });
});
