import { incidentId } from '#domain/incidents/incidentId.ts';
import { incidentConflict, incidentFault } from '#domain/incidents/incidentRefusals.ts';
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

/** Resolves it as another's duplicate. Throws NotFound, InvalidInput where the other is none to point at, Conflict. */
export async function closeAsDuplicate(
  db: DatabaseClient['db'],
  by: AuditActor,
  number: number,
  { rowVersion, of }: { rowVersion: number; of: number },
): Promise<void> {
  if (of === number) throw incidentFault('own_duplicate', 'of: an incident is no duplicate of itself');
  await db.transaction(async (tx) => {
    // The lower first, so that two who close each as the other's do not wait for each other.
    const locked = new Map<number, Awaited<ReturnType<typeof lockIncident>>>();
    for (const each of [number, of].sort((a, b) => a - b)) locked.set(each, await lockIncident(tx, each));
    const [before, original] = [locked.get(number), locked.get(of)];
    if (!before || !original) return;
    if (before.row_version !== rowVersion) throw changedMeanwhile(before);
    if (original.duplicate_of !== null)
      throw incidentConflict(
        'duplicate_itself',
        `${incidentId(of)} is a duplicate itself, of ${incidentId(original.duplicate_of)}: name that one`,
        { id: incidentId(of), of: incidentId(original.duplicate_of) },
      );
    const row = await changeIncident(tx, by, {
      number,
      set: sql`state = 'resolved', resolved_at = coalesce(resolved_at, board.election_now()), outcome = 'duplicate',
        duplicate_of = ${of}, ${acknowledging(by)}`,
      condition: sql`row_version = ${rowVersion}
        and not exists (select from ops.incident d where d.duplicate_of = ${number})`,
    });
    if (!row)
      throw incidentConflict('has_duplicates', `others are duplicates of ${incidentId(number)}: it stays`, {
        id: incidentId(number),
      });
    await recordIncidentChange(tx, by, row, {
      entries: [{ kind: 'duplicate', isPublic: true }],
      action: 'incident.link',
      before: auditedState(before),
      after: { ...auditedState(row), duplicateOf: incidentId(of) },
    });
  });
}
