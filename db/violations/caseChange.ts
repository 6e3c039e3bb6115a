import { type Conflict, NotFound } from '#domain/errors.ts';
import type { AuditAction } from '#domain/staff/auditActions.ts';
import type { AuditedFields } from '#domain/staff/auditFields.ts';
import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict } from '#domain/violations/caseRefusals.ts';
import type { CaseEventDetail, CaseEventKind } from '#domain/violations/staffCase.ts';
import type { CaseState } from '#domain/violations/violation.ts';
import { recordAudit } from '../audit/recordAudit.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, type SQL, sql, type Transaction } from '../client.ts';
import { type CaseRow, caseColumns } from './caseRow.ts';

export interface CaseChange {
  kind: CaseEventKind;
  action: AuditAction;
  before: CaseRow | null;
  detail?: CaseEventDetail;
  note?: string | null | undefined;
}

/** Changes the case where `condition` holds, and says who did; undefined where it does not hold. */
export async function changeCase(
  tx: Transaction,
  by: ScriptedActor,
  { number, set, condition }: { number: number; set: SQL; condition: SQL },
): Promise<CaseRow | undefined> {
  const [row] = await tx.execute<CaseRow>(sql`
    update ops.violation v set ${set}, row_version = row_version + 1, changed_at = ${momentOf(by)}, changed_by = ${by.name}
    where number = ${number} and ${condition} returning ${caseColumns}`);
  return row;
}

/** The event in the history, the news to the public where its counts change, and the audit row. Last in its transaction. */
export async function recordCaseChange(
  tx: Transaction,
  by: ScriptedActor,
  row: CaseRow,
  { kind, action, before, detail, note }: CaseChange,
): Promise<void> {
  await tx.execute(sql`
    insert into ops.violation_event (number, at, kind, from_state, to_state, detail, note, person_id, person_name)
    values (${row.number}, ${row.changed_at}, ${kind}, ${before?.state ?? null}, ${row.state},
      ${detail ? JSON.stringify(detail) : null}::jsonb, ${note ?? null}, ${by.id}, ${by.name})`);
  if (isPublicNews(before, row)) await tx.execute(sql`select ops.tell_public()`);
  await recordAudit(tx, by, {
    action,
    object: `violation/${caseId(row.number)}`,
    before: before && auditedCase(before),
    after: { ...auditedCase(row), ...detail },
  });
}

function isPublicNews(before: CaseRow | null, after: CaseRow): boolean {
  return before?.state !== after.state || before.verdict !== after.verdict || before.measure !== after.measure;
}

/** Nothing of what people wrote: names of people may stand in it. */
function auditedCase(row: CaseRow): AuditedFields {
  const { category, region_code, district_code, candidacy_id, state, verdict, measure, appeal } = row;
  return {
    category,
    place: district_code ?? region_code,
    candidacy: candidacy_id,
    state,
    commission: [row.commission_level, row.commission_district_code ?? row.commission_region_code]
      .filter(Boolean)
      .join(' '),
    verdict,
    measure,
    appeal,
  };
}

/** The row as it stands, locked for the rest of the transaction. Throws NotFound. */
export async function lockNewest(tx: Database, number: number): Promise<CaseRow> {
  const [row] = await tx.execute<CaseRow>(sql`
    select ${caseColumns} from ops.violation v where number = ${number} for update`);
  if (!row) throw new NotFound(`no case ${caseId(number)}`);
  return row;
}

/** The same; throws Conflict where it is no longer the version seen. */
export async function lockCase(tx: Transaction, number: number, rowVersion: number): Promise<CaseRow> {
  const row = await lockNewest(tx, number);
  if (row.row_version !== rowVersion) throw changedMeanwhile(row);
  return row;
}

/** Says who was first, and when. */
export function changedMeanwhile(row: CaseRow): Conflict {
  const at = new Date(row.changed_at).toISOString();
  const id = caseId(row.number);
  return caseConflict('changed', `${id} was changed by ${row.changed_by} at ${at}: look at it again`, {
    id,
    name: row.changed_by,
  });
}

/** Throws Conflict where the case is in no state from which that may be done. */
export function requireState(row: CaseRow, states: readonly CaseState[], done: string): void {
  if (states.includes(row.state)) return;
  const state = row.state === 'decided' ? `decided (${row.verdict})` : row.state.replace('_', ' ');
  const id = caseId(row.number);
  throw caseConflict(
    'state',
    `${id} is ${state}, by ${row.changed_by}: only a case that is ${states.join(' or ').replaceAll('_', ' ')} can be ${done}`,
    { id, state: row.state, name: row.changed_by },
  );
}
