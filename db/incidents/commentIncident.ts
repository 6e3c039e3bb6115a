import type { TimelineText } from '#domain/incidents/incident.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { changeIncident, lockIncident, recordIncidentChange } from './incidentChange.ts';

/** Writes a note of the staff's own into the timeline; nothing else of the incident changes. Throws NotFound. */
export async function commentIncident(
  db: DatabaseClient['db'],
  by: AuditActor,
  number: number,
  text: TimelineText,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockIncident(tx, number);
    const row = await changeIncident(tx, by, { number, set: sql`state = state`, condition: sql`true` });
    if (!row) return;
    await recordIncidentChange(tx, by, row, {
      entries: [{ kind: 'note', text, isPublic: false }],
      action: 'incident.comment',
    });
  });
}
