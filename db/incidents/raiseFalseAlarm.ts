import type { TimelineText } from '#domain/incidents/incident.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { acknowledging } from './acknowledgeIncident.ts';
import {
  auditedState,
  changedMeanwhile,
  changeIncident,
  lockIncident,
  recordIncidentChange,
} from './incidentChange.ts';

/** Resolves it as none, and keeps what found it silent for an hour of the election. Throws NotFound and Conflict. */
export async function raiseFalseAlarm(
  db: DatabaseClient['db'],
  by: AuditActor,
  number: number,
  { rowVersion, reason }: { rowVersion: number; reason: TimelineText },
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockIncident(tx, number, rowVersion);
    const row = await changeIncident(tx, by, {
      number,
      set: sql`state = 'resolved', resolved_at = board.election_now(), outcome = 'false_alarm',
        silenced_until = board.election_now() + interval '1 hour', ${acknowledging(by)}`,
      condition: sql`row_version = ${rowVersion} and state <> 'resolved'`,
    });
    if (!row) throw changedMeanwhile(before);
    await recordIncidentChange(tx, by, row, {
      entries: [
        { kind: 'false_alarm', isPublic: true },
        { kind: 'note', text: reason, isPublic: false },
      ],
      action: 'incident.falseAlarm',
      before: auditedState(before),
      after: auditedState(row),
    });
  });
}
