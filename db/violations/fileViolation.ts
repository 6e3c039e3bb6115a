import type { Place } from '#domain/staff/policy.ts';
import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict, caseFault } from '#domain/violations/caseRefusals.ts';
import type { FileViolation } from '#domain/violations/requests.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql, type Transaction } from '../client.ts';
import { recordCaseChange } from './caseChange.ts';
import { type CaseRow, caseColumns } from './caseRow.ts';
import { findContest } from './findContest.ts';
import { writeRestrictedOf } from './restricted.ts';

/** Puts a report into the register; returns its number, of a request seen before the number it got then. Throws InvalidInput, Conflict. */
export async function fileViolation(
  db: Database,
  by: ScriptedActor,
  { place, ...filing }: FileViolation & { place: Place },
): Promise<number> {
  return db.transaction(async (tx) => {
    const known = await findFiled(tx, by, filing);
    if (known !== null) return known;
    const contestId = await findContest(tx, place, filing);
    const row = await insertCase(tx, by, { ...filing, place, contestId });
    if (new Date(row.received_at) > new Date(row.changed_at))
      throw caseFault('future', `receivedAt: ${filing.receivedAt} has not come yet`);
    if (filing.restricted && Object.values(filing.restricted).some((field) => field !== null))
      await writeRestrictedOf(tx, by, row.number, filing.restricted);
    await recordCaseChange(tx, by, row, { kind: 'filed', action: 'violation.file', before: null });
    return row.number;
  });
}

async function insertCase(
  tx: Transaction,
  by: ScriptedActor,
  filing: FileViolation & { place: Place; contestId: string | null },
): Promise<CaseRow> {
  const { requestId = null, channel, receivedAt, category, place, contestId, candidacyId, summary } = filing;
  const [row] = await tx.execute<CaseRow>(sql`
    insert into ops.violation as v (request_id, channel, received_at, category, region_code, district_code, contest_id,
      candidacy_id, summary, state_since, filed_by, changed_at, changed_by)
    select ${requestId}, ${channel}, coalesce(${receivedAt ?? null}::timestamptz, moment), ${category}, ${place.regionCode},
      ${place.districtCode}, ${contestId}, ${candidacyId}, ${summary}, moment, ${by.name}, moment, ${by.name}
    from (select ${momentOf(by)} as moment offset 0) as now
    returning ${caseColumns}`);
  if (!row) throw new Error('the register did not take a case');
  return row;
}

/** The number that a request got before; null of a new one. Of two at once the second waits for the first, so that no number is lost. */
async function findFiled(
  tx: Transaction,
  by: ScriptedActor,
  { requestId, category, summary }: FileViolation,
): Promise<number | null> {
  if (requestId === undefined) return null;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saylau.case'), hashtext(${requestId}))`);
  const [row] = await tx.execute<CaseRow>(sql`
    select ${caseColumns} from ops.violation v where request_id = ${requestId}`);
  if (!row) return null;
  if (row.filed_by !== by.name || row.summary !== summary || row.category !== category)
    throw caseConflict('filed', `requestId: ${caseId(row.number)} was filed with it`, { id: caseId(row.number) });
  return row.number;
}
