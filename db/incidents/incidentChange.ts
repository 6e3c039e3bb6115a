import { Conflict, NotFound } from '#domain/errors.ts';
import type { TimelineText } from '#domain/incidents/incident.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import type { UpdateKind } from '#domain/incidents/staffIncident.ts';
import type { AuditAction } from '#domain/staff/auditActions.ts';
import type { AuditedFields } from '#domain/staff/auditFields.ts';
import { recordAudit } from '../audit/recordAudit.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type SQL, sql, type Transaction } from '../client.ts';
import { type IncidentRow, incidentColumns } from './incidentRow.ts';

export interface TimelineEntry {
  kind: UpdateKind;
  text?: TimelineText | null | undefined;
  /** Whether the public reads this entry, where it reads the incident. */
  isPublic: boolean;
}

export interface AuditedChange {
  action: AuditAction;
  before?: AuditedFields | null;
  after?: AuditedFields | null;
}

/** Changes the incident where `condition` holds, and says who did; undefined where it does not hold. */
export async function changeIncident(
  tx: Transaction,
  by: ScriptedActor,
  { number, set, condition }: { number: number; set: SQL; condition: SQL },
): Promise<IncidentRow | undefined> {
  const [row] = await tx.execute<IncidentRow>(sql`
    update ops.incident i set ${set}, row_version = row_version + 1, changed_at = ${momentOf(by)}, changed_by = ${by.name}
    where number = ${number} and ${condition} returning ${incidentColumns}`);
  return row;
}

/** The entries in the timeline, the news to the public where they are any, and the audit row. Last in its transaction. */
export async function recordIncidentChange(
  tx: Transaction,
  by: ScriptedActor,
  row: IncidentRow,
  { action, before = null, after, entries }: AuditedChange & { entries: TimelineEntry[] },
): Promise<void> {
  for (const { kind, text, isPublic } of entries) {
    await tx.execute(sql`
      insert into ops.incident_update (number, at, kind, state, text, is_public, person_id, person_name)
      values (${row.number}, ${momentOf(by)}, ${kind}, ${row.state}, ${text ? JSON.stringify(text) : null}::jsonb, ${isPublic}, ${by.id}, ${by.name})`);
  }
  if (row.is_public && entries.some(({ isPublic }) => isPublic)) await tx.execute(sql`select ops.tell_public()`);
  const texts = entries.flatMap(({ text }) => (text ? [text] : []));
  await recordAudit(tx, by, {
    action,
    object: `incident/${incidentId(row.number)}`,
    before,
    after: { ...after, ...(texts.length > 0 ? { texts } : {}) },
  });
}

/** The row, locked for the rest of the transaction. Throws NotFound, and Conflict where it is no longer the version seen. */
export async function lockIncident(tx: Transaction, number: number, rowVersion?: number): Promise<IncidentRow> {
  const [row] = await tx.execute<IncidentRow>(sql`
    select ${incidentColumns} from ops.incident i where number = ${number} for update`);
  if (!row) throw new NotFound(`no incident ${incidentId(number)}`);
  if (rowVersion !== undefined && row.row_version !== rowVersion) throw changedMeanwhile(row);
  return row;
}

/** Says who was first, and when. */
export function changedMeanwhile(row: IncidentRow): Conflict {
  const at = new Date(row.changed_at).toISOString();
  return new Conflict(`${incidentId(row.number)} was changed by ${row.changed_by} at ${at}: look at it again`);
}

/** The state as the audit log tells it. */
export function auditedState({ state, outcome }: IncidentRow): { state: string; outcome: string | null } {
  return { state, outcome };
}
