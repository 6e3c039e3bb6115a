import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { markBallots } from '#db/vote/markBallots.ts';
import { openVotingWindow } from '#db/vote/openWindow.ts';
import { startRehearsal } from '#db/vote/rehearsal.ts';
import { writeEvents } from '#db/vote/writeEvents.ts';
import type { VotingEvent } from '#domain/courseOfVoting.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { smallElection } from '../../support/smallElection.ts';

const opensAtMs = Date.parse('2020-10-01T00:00:00+06:00');
const closesAtMs = Date.parse('2020-10-04T14:00:00+06:00');
const hourMs = 60 * 60_000;
const seed = 7;

const ballotsOf = (districtCode: string, count: number, fromMs: number): VotingEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'ballot',
    districtCode,
    channel: 'online',
    occurredAtMs: fromMs + index * 1_000,
  }));

describe('marks of the rehearsal', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    await start();
  });
  afterEach(() => database.drop());

  const db = () => database.client.db;
  const start = async () => {
    await startRehearsal(db(), smallElection, seed, opensAtMs);
    for (const change of smallElection.election.windows) await openVotingWindow(db(), change);
  };
  const write = (fromMs: number, untilMs: number, events: VotingEvent[]) =>
    writeEvents(database.client.connection, { fromMs, untilMs }, (kind) =>
      events.filter((event) => event.kind === kind),
    );
  const vote = async () => {
    const middleMs = opensAtMs + hourMs;
    await write(opensAtMs, middleMs, [...ballotsOf('XX-A-1', 40, opensAtMs), ...ballotsOf('XX-B-2', 25, opensAtMs)]);
    await write(middleMs, closesAtMs, [...ballotsOf('XX-A-1', 10, middleMs), ...ballotsOf('XX-A-2', 4, middleMs)]);
  };
  const mark = () => markBallots(database.client, smallElection, seed);
  const countsByCandidacy = async () => {
    const rows = await db().execute<{ district_code: string; candidacy_id: string; votes: number }>(sql`
      select b.district_code, c.candidacy_id, count(*)::int as votes
      from vote.ballot_choice c join vote.ballot b on b.id = c.ballot_id group by 1, 2 order by 1, 2`);
    return rows.map((row) => `${row.district_code} ${row.candidacy_id} ${row.votes}`);
  };

  it('come to every ballot as vote.cast would have taken it, and none for who was removed before voting', async () => {
    await vote();
    const { ballots, marks } = await mark();
    expect(ballots).toBe(79);
    expect(marks).toBeGreaterThan(79);
    const invalid = await db().execute(sql`
      select m.ballot_id from (
        select ballot_id, contest_id, count(*) as marks, count(distinct candidacy_id) as candidacies
        from vote.ballot_choice group by ballot_id, contest_id
      ) m
      join vote.ballot b on b.id = m.ballot_id
      join vote.district d on d.code = b.district_code
      left join vote.contest c on c.id = m.contest_id and c.unit_code in (d.code, d.region_code, d.country_code)
      where c.id is null or m.marks > c.votes_allowed or m.marks <> m.candidacies`);
    const unknown = await db().execute(sql`
      select c.candidacy_id from vote.ballot_choice c
      left join vote.candidacy k on k.id = c.candidacy_id and k.contest_id = c.contest_id where k.id is null`);
    expect([invalid.length, unknown.length]).toEqual([0, 0]);
    const candidacies = (await countsByCandidacy()).join('\n');
    expect(candidacies).not.toContain('council-A-4');
    // Removed while people voted: it has marks.
    expect(candidacies).toContain('council-B-1');
  });

  it('are the same however the ballots were written, and others for another seed', async () => {
    await vote();
    await mark();
    const inTwoSteps = await countsByCandidacy();
    await start();
    await write(opensAtMs, closesAtMs, [
      ...ballotsOf('XX-A-2', 4, opensAtMs),
      ...ballotsOf('XX-B-2', 25, opensAtMs),
      ...ballotsOf('XX-A-1', 50, opensAtMs),
    ]);
    await mark();
    expect(await countsByCandidacy()).toEqual(inTwoSteps);
    await startRehearsal(db(), smallElection, seed + 1, opensAtMs);
    for (const change of smallElection.election.windows) await openVotingWindow(db(), change);
    await vote();
    await markBallots(database.client, smallElection, seed + 1);
    expect(await countsByCandidacy()).not.toEqual(inTwoSteps);
  });

  it('are given once, also when two give them at the same time', async () => {
    await vote();
    const counts = await Promise.all([mark(), mark(), mark()]);
    expect(counts.map(({ ballots }) => ballots).sort()).toEqual([0, 0, 79]);
    const [row] = await db().execute<{ marks: number }>(sql`select count(*)::int as marks from vote.ballot_choice`);
    expect(row?.marks).toBe(counts.reduce((sum, { marks }) => sum + marks, 0));
  });

  it('leave a ballot that somebody cast with the choices it has', async () => {
    await write(opensAtMs, closesAtMs, ballotsOf('XX-A-1', 3, opensAtMs));
    const [own] = await db().execute<{ id: string }>(sql`
      insert into vote.ballot (district_code, channel, occurred_at) values ('XX-A-1', 'paper', now()) returning id`);
    await db().execute(sql`insert into vote.ballot_choice values (${own?.id ?? ''}, 'council-A', 'council-A-4')`);
    expect((await mark()).ballots).toBe(3);
    const choices = await db().execute(sql`
      select contest_id, candidacy_id from vote.ballot_choice where ballot_id = ${own?.id ?? ''}`);
    expect([...choices]).toEqual([{ contest_id: 'council-A', candidacy_id: 'council-A-4' }]);
  });

  it('are refused while people vote, and for another rehearsal', async () => {
    await write(opensAtMs, closesAtMs - 1, ballotsOf('XX-A-1', 3, opensAtMs));
    await expect(mark()).rejects.toThrow(/voting has not closed/);
    await expect(markBallots(database.client, smallElection, seed + 1)).rejects.toThrow(/does not hold this rehearsal/);
    expect(await countsByCandidacy()).toEqual([]);
  });

  it('are gone when the rehearsal starts anew', async () => {
    await vote();
    await mark();
    await start();
    const [row] = await db().execute(sql`
      select (select count(*)::int from vote.ballot_choice) as choices, (select count(*)::int from vote.rehearsal_write) as writes`);
    expect(row).toEqual({ choices: 0, writes: 0 });
  });
});
