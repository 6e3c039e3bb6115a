import { Conflict } from '#domain/errors.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';

/** Enough to hold the district of every ballot of a country beside the counts. */
const workMemory = '128MB';

/**
 * Counts every choice of the vote database: a protocol for each contest in each district that votes in it, with every candidacy.
 * Run as saylau_counting. Throws Conflict until voting has closed, and where a ballot or a mark has no place in a protocol.
 */
export async function tallyBallots(vote: DatabaseClient['db']): Promise<Protocol[]> {
  // One snapshot: a window that is announced meanwhile closes the choices to us, and they would count as blank.
  return vote.transaction(
    async (tx) => {
      await requireClosedVoting(tx);
      await requireKnownDistricts(tx);
      return countChoices(tx);
    },
    { isolationLevel: 'repeatable read' },
  );
}

async function requireClosedVoting(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ closed: boolean }>(sql`select vote.voting_is_closed() as closed`);
  if (!row?.closed) throw new Conflict('voting has not closed: nothing is counted before');
}

async function requireKnownDistricts(tx: Transaction): Promise<void> {
  const [stray] = await tx.execute<{ district_code: string }>(sql`
    select distinct district_code from vote.ballot
    where district_code not in (select code from vote.district) order by district_code limit 1`);
  if (stray) throw new Conflict(`there are ballots of ${stray.district_code}, which is no district of the election`);
}

interface TallyRow extends Record<string, unknown> {
  contest_id: string;
  district_code: string;
  ballots: number;
  votes_allowed: number;
  votes: Record<string, number>;
  all_marks: number;
}

async function countChoices(tx: Transaction): Promise<Protocol[]> {
  await tx.execute(sql`select set_config('work_mem', ${workMemory}, true)`);
  const rows = await tx.execute<TallyRow>(sql`
    with counted as (
      select b.district_code, c.candidacy_id, count(*)::int as votes
      from vote.ballot_choice c join vote.ballot b on b.id = c.ballot_id
      group by b.district_code, c.candidacy_id
    ), turnout as (
      select district_code, count(*)::int as ballots from vote.ballot group by district_code
    )
    select c.id as contest_id, d.code as district_code, coalesce(t.ballots, 0) as ballots, c.votes_allowed,
      coalesce(json_object_agg(k.id, coalesce(n.votes, 0) order by k.id) filter (where k.id is not null), '{}') as votes,
      (select coalesce(sum(votes), 0)::int from counted) as all_marks
    from vote.contest c
    join vote.district d on c.unit_code in (d.code, d.region_code, d.country_code)
    left join vote.candidacy k on k.contest_id = c.id
    left join turnout t on t.district_code = d.code
    left join counted n on n.district_code = d.code and n.candidacy_id = k.id
    group by c.id, d.code, t.ballots, c.votes_allowed
    order by c.id, d.code`);
  const protocols = rows.map(toProtocol);
  const marks = protocols.reduce((sum, protocol) => sum + countVotes(protocol.votes), 0);
  const missing = (rows[0]?.all_marks ?? 0) - marks;
  if (missing > 0) throw new Conflict(`${missing} marks are for no candidacy that their district votes on`);
  return protocols;
}

function toProtocol(row: TallyRow): Protocol {
  const votes = new Map(Object.entries(row.votes));
  return {
    contestId: row.contest_id,
    districtCode: row.district_code,
    ballots: row.ballots,
    invalid: 0,
    blank: row.ballots * row.votes_allowed - countVotes(votes),
    votes,
  };
}

function countVotes(votes: ReadonlyMap<string, number>): number {
  return [...votes.values()].reduce((sum, count) => sum + count, 0);
}
