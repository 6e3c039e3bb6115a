import { once } from 'node:events';
import type postgres from 'postgres';
import { listDistrictMarks } from '#domain/districtMarks.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { Conflict } from '#domain/errors.ts';
import type { DatabaseClient } from '../client.ts';

export interface MarkCounts {
  ballots: number;
  marks: number;
}

const chunkCharacters = 256 * 1024;
const ballotsAtOnce = 20_000;

/**
 * Gives every ballot that the rehearsal wrote its marks, all in one transaction and only once: a second call counts none.
 * Throws Conflict while the rehearsal has not been played to the close of voting.
 */
export async function markBallots(
  vote: DatabaseClient,
  source: ElectionPackage,
  seed: number,
  tell: (marks: number) => void = () => {},
): Promise<MarkCounts> {
  return vote.connection.begin(async (tx) => {
    if (!(await lockUnmarked(tx, source, seed))) return { ballots: 0, marks: 0 };
    const ballots = await listBallots(tx);
    const marks = await copyMarks(tx, describeMarks(ballots, source, seed), tell);
    await tx`update vote.rehearsal set marked = true`;
    return { ballots: ballots.ids.length, marks };
  });
}

async function lockUnmarked(
  tx: postgres.TransactionSql,
  { election }: ElectionPackage,
  seed: number,
): Promise<boolean> {
  const [state] = await tx<{ package: string; seed: string; marked: boolean; past_close: boolean }[]>`
    select package, seed, marked,
      coalesce(played_until >= (select max(closes_at) from vote.voting_window), false) as past_close
    from vote.rehearsal for update`;
  if (state?.package !== election.id || Number(state.seed) !== seed)
    throw new Conflict('the vote database does not hold this rehearsal: start it anew');
  if (!state.past_close) throw new Conflict('voting has not closed: ballots get their marks after it');
  return !state.marked;
}

interface Ballots {
  ids: number[];
  /** The district of each. */
  districtCodes: string[];
}

async function listBallots(tx: postgres.TransactionSql): Promise<Ballots> {
  const ballots: Ballots = { ids: [], districtCodes: [] };
  const rows = tx<{ id: string; district_code: string }[]>`
    select id, district_code from vote.ballot where xid in (select xid from vote.rehearsal_write) order by id`;
  for await (const batch of rows.cursor(ballotsAtOnce)) {
    for (const { id, district_code } of batch) {
      ballots.ids.push(Number(id));
      ballots.districtCodes.push(district_code);
    }
  }
  return ballots;
}

/** A line of COPY's text format for each mark, by ballot. */
function* describeMarks(ballots: Ballots, source: ElectionPackage, seed: number): Generator<string> {
  const districts = new Map(
    [...listDistrictMarks(source, seed)].map(([districtCode, contests]) => [
      districtCode,
      {
        rank: 0,
        contests: contests.map(({ contestId, candidacyIds, marksOf }) => ({
          marksOf,
          lineEnds: candidacyIds.map((id) => `\t${contestId}\t${id}\n`),
        })),
      },
    ]),
  );
  for (const [index, id] of ballots.ids.entries()) {
    const district = districts.get(ballots.districtCodes[index] ?? '');
    if (!district) continue;
    for (const { marksOf, lineEnds } of district.contests) {
      for (const place of marksOf(district.rank)) yield `${id}${lineEnds[place]}`;
    }
    district.rank += 1;
  }
}

async function copyMarks(
  tx: postgres.TransactionSql,
  lines: Iterable<string>,
  tell: (marks: number) => void,
): Promise<number> {
  const copy = await tx
    .unsafe('copy vote.rehearsal_choice (ballot_id, contest_id, candidacy_id) from stdin')
    .writable();
  let marks = 0;
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    marks += 1;
    if (chunk.length < chunkCharacters) continue;
    if (!copy.write(chunk)) await once(copy, 'drain');
    chunk = '';
    tell(marks);
  }
  copy.end(chunk);
  await once(copy, 'finish');
  return marks;
}
