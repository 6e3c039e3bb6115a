import { beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { openVotingWindow } from '#db/vote/openWindow.ts';
import { startRehearsal } from '#db/vote/rehearsal.ts';
import { tallyBallots } from '#db/vote/tallyBallots.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { seededRandom } from '../../bench/statistics.ts';
import { openTestDatabase } from '../../support/database.ts';
import { smallDistricts, smallElection } from '../../support/smallElection.ts';

interface Ballot {
  districtCode: string;
  marks: { contest: string; candidacies: string[] }[];
}

/** Contests that a voter of the district votes in. */
const contestsOf = (districtCode: string) =>
  smallElection.contests.filter(({ unitCode }) => [districtCode, districtCode.slice(0, 4)].includes(unitCode));
const candidaciesOf = (contestId: string) =>
  smallElection.candidacies.filter((candidacy) => candidacy.contestId === contestId).map(({ id }) => id);

/** Ballots with up to as many marks in each contest as are allowed, the same for a seed. */
function drawBallots(seed: number, count: number): Ballot[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, () => {
    const districtCode = pick(smallDistricts);
    const marks = contestsOf(districtCode).map(({ id, votesAllowed }) => {
      const shuffled = candidaciesOf(id)
        .map((candidacy) => ({ candidacy, order: random() }))
        .sort((a, b) => a.order - b.order);
      const marked = Math.floor(random() * (votesAllowed + 1));
      return { contest: id, candidacies: shuffled.slice(0, marked).map(({ candidacy }) => candidacy) };
    });
    return { districtCode, marks: marks.filter(({ candidacies }) => candidacies.length > 0) };
  });
}

/** The same count, ballot by ballot. */
function countPlainly(ballots: Ballot[]): Protocol[] {
  return smallDistricts.flatMap((districtCode) => {
    const cast = ballots.filter((ballot) => ballot.districtCode === districtCode);
    return contestsOf(districtCode).map(({ id: contestId, votesAllowed }) => {
      const marked = cast.flatMap(({ marks }) =>
        marks.filter(({ contest }) => contest === contestId).flatMap(({ candidacies }) => candidacies),
      );
      const votes = new Map(candidaciesOf(contestId).map((id) => [id, marked.filter((mark) => mark === id).length]));
      const blank = cast.length * votesAllowed - marked.length;
      return { contestId, districtCode, ballots: cast.length, invalid: 0, blank, votes };
    });
  });
}

const inOrder = (protocols: Protocol[]) =>
  protocols
    .map((protocol) => ({ ...protocol, votes: [...protocol.votes].sort(([a], [b]) => a.localeCompare(b)) }))
    .sort((a, b) => `${a.contestId} ${a.districtCode}`.localeCompare(`${b.contestId} ${b.districtCode}`));

describe('tally of ballots', () => {
  const database = openTestDatabase();
  let counting: DatabaseClient['db'];
  const owner = () => database.client.db;
  const setClose = (closesAt: string) =>
    openVotingWindow(owner(), {
      ...smallElection.election.windows[0]!,
      channel: 'paper',
      opensAt: '2000-01-01T00:00:00Z',
      closesAt,
    });
  const open = () => setClose('2100-01-01T00:00:00Z');
  const close = () => setClose('2001-01-01T00:00:00Z');
  const cast = async (ballots: Ballot[]) => {
    for (const { districtCode, marks } of ballots)
      await owner().execute(
        sql`select vote.record_ballot(${districtCode}::text, 'paper', ${JSON.stringify(marks)}::jsonb)`,
      );
  };

  beforeEach(async () => {
    await startRehearsal(owner(), smallElection, 1, Date.parse('2020-10-01T00:00:00Z'));
    counting = database.connectAs('saylau_counting').db;
    await open();
  });

  it.each([1, 2, 3, 4, 5])('equals a count of each ballot by itself (seed %i)', async (seed) => {
    const ballots = drawBallots(seed, 10 * seed);
    await cast(ballots);
    await close();
    expect(inOrder(await tallyBallots(counting))).toEqual(inOrder(countPlainly(ballots)));
  });

  it('has every contest, district and candidacy, with zeros where nobody voted', async () => {
    await close();
    const protocols = await tallyBallots(counting);
    expect(protocols.map(({ contestId, districtCode }) => `${contestId} ${districtCode}`).sort()).toEqual([
      'council-A XX-A-1',
      'council-A XX-A-2',
      'council-A-1 XX-A-1',
      'council-A-2 XX-A-2',
      'council-B XX-B-1',
      'council-B XX-B-2',
    ]);
    for (const { contestId, ballots, blank, votes } of protocols) {
      expect([contestId, ballots, blank, [...votes.keys()], [...new Set(votes.values())]]).toEqual([
        contestId,
        0,
        0,
        candidaciesOf(contestId),
        [0],
      ]);
    }
  });

  it('counts what is not marked as blank, and a removed candidacy like any other', async () => {
    await cast([
      { districtCode: 'XX-A-1', marks: [{ contest: 'council-A', candidacies: ['council-A-4'] }] },
      { districtCode: 'XX-A-1', marks: [] },
    ]);
    await owner().execute(sql`update vote.candidacy set status = 'removed' where id = 'council-A-4'`);
    await close();
    const protocol = (await tallyBallots(counting)).find(
      ({ contestId, districtCode }) => contestId === 'council-A' && districtCode === 'XX-A-1',
    );
    expect([protocol?.ballots, protocol?.blank, protocol?.votes.get('council-A-4')]).toEqual([2, 3, 1]);
  });

  it('counts nothing while a window is open, and nothing where voting has not been announced', async () => {
    await cast(drawBallots(9, 5));
    await expect(tallyBallots(counting)).rejects.toThrow(/voting has not closed/);
    await owner().execute(sql`truncate vote.voting_window`);
    await expect(tallyBallots(counting)).rejects.toThrow(/voting has not closed/);
  });

  it('refuses marks for a candidacy of another district, and ballots of an unknown one', async () => {
    await cast([{ districtCode: 'XX-B-1', marks: [] }]);
    await owner().execute(sql`
      insert into vote.ballot_choice (ballot_id, contest_id, candidacy_id)
      select id, 'council-A', 'council-A-1' from vote.ballot`);
    await close();
    await expect(tallyBallots(counting)).rejects.toThrow(/^1 marks are for no candidacy/);
    await owner().execute(
      sql`insert into vote.ballot (district_code, channel, occurred_at) values ('XX-C', 'paper', now())`,
    );
    await expect(tallyBallots(counting)).rejects.toThrow(/ballots of XX-C/);
  });
});
