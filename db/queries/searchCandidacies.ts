import { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { type CandidacyDecision, type CandidacyStatus, ResultId } from '#domain/results/candidacy.ts';
import type { CandidacyHit } from '#domain/results/candidacyHit.ts';
import { type Database, type SQL, sql, toInstant } from '../client.ts';
import { candidacyDecisions } from './candidacyDecisions.ts';

export interface CandidacySearch {
  /** Words of a name in any language; each must be found. Empty finds everybody. */
  q: string;
  contestId?: string | undefined;
  /** Contests of the region and of its districts. */
  regionCode?: string | undefined;
  /** Contests of the unit, of those it lies in, and of its parts. */
  unitCode?: string | undefined;
  status?: CandidacyStatus | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

export interface CandidacyPage {
  /** How many are found in all. */
  total: number;
  candidacies: CandidacyHit[];
  /** Opaque; null on the last page. */
  next: string | null;
}

interface HitRecord extends Omit<CandidacyHit, 'decision'>, Record<string, unknown> {
  total: number;
  position: number;
  decision: (CandidacyDecision & { announcedAt: string }) | null;
}

const maxWords = 8;
/** Where a page ended: the contest's position, its id, and the place on the ballot. */
const Cursor = z.tuple([z.int32(), ResultId, z.int32()]);

/** Candidacies by name, in the order of contests and ballots. Throws InvalidInput where `after` is none of ours. */
export async function searchCandidacies(db: Database, search: CandidacySearch): Promise<CandidacyPage> {
  const rows = await db.execute<HitRecord>(sql`
    with found as materialized (
      select c.id, t.position, c.contest_id, c.ballot_number
      from board.candidacy c
      join board.contest t on t.id = c.contest_id
      where ${conditions(search)}
    ),
    page as (
      select * from found ${search.after === undefined ? sql`` : sql`where (position, contest_id, ballot_number) > ${readCursor(search.after)}`}
      order by position, contest_id, ballot_number limit ${search.limit + 1}
    )
    select (select count(*)::int from found) as total, page.position, c.id, c.contest_id as "contestId",
      c.ballot_number as "ballotNumber", c.names, t.names as "contestNames", u.code as "unitCode",
      case u.level when 'district' then u.parent_code when 'region' then u.code end as "regionCode",
      coalesce(d.decision ->> 'status', 'registered') as status, d.decision, r.votes, r.rank, r.outcome
    from (select 1) always
    left join page on true
    left join board.candidacy c on c.id = page.id
    left join board.contest t on t.id = page.contest_id
    left join board.unit u on u.code = t.unit_code
    left join (${candidacyDecisions}) d on d.candidacy_id = page.id
    left join published.candidacy r on r.id = page.id
    order by page.position, page.contest_id, page.ballot_number`);
  const found = rows.filter((row) => row.id !== null);
  const shown = found.slice(0, search.limit);
  const last = found.length > search.limit ? shown.at(-1) : undefined;
  return {
    total: rows[0]?.total ?? 0,
    candidacies: shown.map(toHit),
    next: last ? writeCursor([last.position, last.contestId, last.ballotNumber]) : null,
  };
}

function conditions({ q, contestId, regionCode, unitCode, status }: CandidacySearch): SQL {
  const words = q.split(/[\s,.;]+/u).filter((word) => word !== '');
  const wanted = words
    .slice(0, maxWords)
    // As a subquery the word is brought into its form once, not once a candidacy.
    .map((word) => sql`strpos(c.search_form, (select board.search_form(${word}))) > 0`);
  if (contestId !== undefined) wanted.push(sql`c.contest_id = ${contestId}`);
  if (regionCode !== undefined)
    wanted.push(sql`t.unit_code in (select code from board.unit
      where code = ${regionCode} or (level = 'district' and parent_code = ${regionCode}))`);
  if (unitCode !== undefined)
    wanted.push(sql`t.unit_code in (select around.code from board.unit own join board.unit around
      on around.code = own.code or around.level = 'country' or around.code = own.parent_code or around.parent_code = own.code
        or own.level = 'country'
      where own.code = ${unitCode})`);
  if (status === 'registered') wanted.push(sql`c.id not in (${decided(sql`<> 'registered'`)})`);
  else if (status !== undefined) wanted.push(sql`c.id in (${decided(sql`= ${status}`)})`);
  return wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `);
}

/** Candidacies whose decision in force gives them such a status. */
function decided(such: SQL): SQL {
  return sql`select candidacy_id from (${candidacyDecisions}) d where decision ->> 'status' ${such}`;
}

function toHit({ total: _total, position: _position, decision, ...hit }: HitRecord): CandidacyHit {
  return { ...hit, decision: decision && { ...decision, announcedAt: toInstant(decision.announcedAt) } };
}

function writeCursor(cursor: z.infer<typeof Cursor>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): SQL {
  const cursor = Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!cursor.success) throw new InvalidInput('after: take it from the next link of the page before');
  const [position, contestId, ballotNumber] = cursor.data;
  return sql`(${position}::int, ${contestId}::text, ${ballotNumber}::int)`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
