import { parseCaseId } from '#domain/violations/caseId.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { CaseInList } from '#domain/violations/staffCase.ts';
import type { CaseState, ViolationCategory } from '#domain/violations/violation.ts';
import { type Database, type SQL, sql } from '../client.ts';
import { type CaseRow, caseColumns, toStaffCase } from './caseRow.ts';

/** Of the summary, characters: enough to tell cases apart. */
const shownSummary = 160;

export interface CaseFilter {
  /** What of it the reader may see; null is everything. */
  regionCode: string | null;
  districtCode: string | null;
  /** `open`: neither decided nor a duplicate. */
  state?: CaseState | 'open' | undefined;
  category?: ViolationCategory | undefined;
  /** A region or a district. */
  unitCode?: string | undefined;
  commission?: Commission | undefined;
  /** Of which kind the commission is that has it. */
  level?: Commission['level'] | undefined;
  /** At least so many hours in its state. */
  hoursInState?: number | undefined;
  /** A number, or words of the summary. */
  text?: string | undefined;
  /** Only cases of lower numbers. */
  before?: number | undefined;
}

export interface CasePage {
  cases: CaseInList[];
  /** `before` of the next page; null on the last. */
  next: number | null;
}

/** The newest first. */
export async function listCases(db: Database, filter: CaseFilter, limit: number): Promise<CasePage> {
  const conditions = [...conditionsOf(filter), ...(filter.before ? [sql`v.number < ${filter.before}`] : [])];
  const rows = await db.execute<CaseRow>(sql`
    select ${caseColumns} from ops.violation v where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by v.number desc limit ${limit + 1}`);
  const cases = rows.slice(0, limit);
  return { cases: cases.map(toCaseInList), next: rows.length > limit ? (cases.at(-1)?.number ?? null) : null };
}

function toCaseInList(row: CaseRow): CaseInList {
  const { id, rowVersion, category, regionCode, districtCode, summary, state, stateSince, ...rest } = toStaffCase(row);
  const { commission, verdict, measure, appeal } = rest;
  const shown = {
    id,
    rowVersion,
    category,
    regionCode,
    districtCode,
    state,
    stateSince,
    commission,
    verdict,
    measure,
    appeal,
  };
  const letters = [...summary.slice(0, 2 * (shownSummary + 1))];
  const isLong = letters.length > shownSummary;
  return { ...shown, summary: isLong ? `${letters.slice(0, shownSummary).join('').trimEnd()}…` : summary };
}

function conditionsOf(filter: CaseFilter): SQL[] {
  const { regionCode, districtCode, state, category, unitCode, commission, level, hoursInState, text } = filter;
  const conditions: SQL[] = [];
  if (regionCode !== null) conditions.push(sql`v.region_code = ${regionCode}`);
  if (districtCode !== null) conditions.push(sql`v.district_code = ${districtCode}`);
  if (state === 'open') conditions.push(sql`v.state in ('received', 'registered', 'in_review')`);
  else if (state) conditions.push(sql`v.state = ${state}`);
  if (category) conditions.push(sql`v.category = ${category}`);
  if (unitCode) conditions.push(sql`${unitCode} in (v.region_code, v.district_code)`);
  if (level) conditions.push(sql`v.commission_level = ${level}`);
  if (commission) {
    const { level: of, regionCode: region, districtCode: district } = commission;
    conditions.push(sql`v.commission_level = ${of}`);
    conditions.push(region ? sql`v.commission_region_code = ${region}` : sql`v.commission_region_code is null`);
    conditions.push(district ? sql`v.commission_district_code = ${district}` : sql`v.commission_district_code is null`);
  }
  if (hoursInState !== undefined)
    conditions.push(sql`v.state_since <= board.election_now() - make_interval(hours => ${hoursInState}::integer)`);
  if (text) conditions.push(matching(text));
  return conditions;
}

/** The number, or every word of it at the beginning of a word of the summary. */
function matching(text: string): SQL {
  const number = parseCaseId(text.trim().toUpperCase()) ?? (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);
  if (number !== null) return sql`v.number = ${number}`;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return sql`false`;
  return sql`to_tsvector('simple', v.summary) @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`;
}
