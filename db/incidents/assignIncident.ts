import { incidentFault } from '#domain/incidents/incidentRefusals.ts';
import { type Actor, may } from '#domain/staff/policy.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { acknowledging } from './acknowledgeIncident.ts';
import { changedMeanwhile, changeIncident, lockIncident, recordIncidentChange } from './incidentChange.ts';

/**
 * Gives the incident to a person, or to nobody. Throws NotFound, InvalidInput where the person may not work on it, and Conflict
 * where somebody changed it since `rowVersion`.
 */
export async function assignIncident(
  db: DatabaseClient['db'],
  by: AuditActor,
  number: number,
  { rowVersion, personId }: { rowVersion: number; personId: string | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockIncident(tx, number, rowVersion);
    const [person] =
      personId === null
        ? []
        : await tx.execute<{
            name: string;
            role: Actor['role'];
            level: Actor['commissionLevel'];
            region: string | null;
            district: string | null;
          }>(sql`
            select name, role, commission_level as level, region_code as region, district_code as district
            from auth.person where id = ${personId} and disabled_at is null`);
    const actor: Actor | undefined = person && {
      role: person.role,
      commissionLevel: person.level,
      regionCode: person.region,
      districtCode: person.district,
    };
    const place = { regionCode: before.region_code, districtCode: before.district_code };
    if (personId !== null && (!actor || !may(actor, 'incident.update', place)))
      throw incidentFault('no_assignee', 'personId: nobody who may work on this incident');
    const row = await changeIncident(tx, by, {
      number,
      set: sql`assignee_id = ${personId}, assignee_name = ${person?.name ?? null}, ${acknowledging(by)}`,
      condition: sql`row_version = ${rowVersion} and state <> 'resolved'`,
    });
    if (!row) throw changedMeanwhile(before);
    await recordIncidentChange(tx, by, row, {
      entries: [
        {
          kind: 'assigned',
          text: person ? { kk: person.name, ru: person.name, en: person.name } : null,
          isPublic: false,
        },
      ],
      action: 'incident.assign',
      before: { assignee: before.assignee_id },
      after: { assignee: personId },
    });
  });
}
