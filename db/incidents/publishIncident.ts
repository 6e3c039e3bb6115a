import type { TimelineText } from '#domain/incidents/incident.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { acknowledging } from './acknowledgeIncident.ts';
import { changedMeanwhile, changeIncident, lockIncident, recordIncidentChange } from './incidentChange.ts';

/**
 * Shows the incident to the public, under a title written for it where one is given; what was public once stays so. Throws
 * NotFound and Conflict.
 */
export async function publishIncident(
  db: DatabaseClient['db'],
  by: AuditActor,
  number: number,
  { rowVersion, title }: { rowVersion: number; title?: TimelineText | undefined },
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockIncident(tx, number, rowVersion);
    const row = await changeIncident(tx, by, {
      number,
      set: sql`is_public = true, title = ${JSON.stringify(title ?? before.title)}::jsonb, ${acknowledging(by)}`,
      condition: sql`row_version = ${rowVersion}`,
    });
    if (!row) throw changedMeanwhile(before);
    await recordIncidentChange(tx, by, row, {
      entries: [{ kind: 'published', isPublic: true }],
      action: 'incident.update',
      before: { isPublic: before.is_public, title: before.title },
      after: { isPublic: true, title: row.title },
    });
  });
}
