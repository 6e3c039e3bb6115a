import { incidentId } from '#domain/incidents/incidentId.ts';
import { incidentFault } from '#domain/incidents/incidentRefusals.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { changeIncident, lockIncident, recordIncidentChange } from './incidentChange.ts';

/** Says that two belong together; said twice it counts once. Throws NotFound and InvalidInput. */
export async function linkIncidents(
  db: DatabaseClient['db'],
  by: AuditActor,
  number: number,
  other: number,
): Promise<void> {
  if (other === number) throw incidentFault('own_link', 'to: an incident is not linked to itself');
  const [first, second] = number < other ? [number, other] : [other, number];
  await db.transaction(async (tx) => {
    await lockIncident(tx, first);
    await lockIncident(tx, second);
    const made = await tx.execute(sql`
      insert into ops.incident_link (first, second) values (${first}, ${second}) on conflict do nothing returning first`);
    if (made.length === 0) return;
    for (const each of [number, other]) {
      const to = incidentId(each === number ? other : number);
      const row = await changeIncident(tx, by, { number: each, set: sql`state = state`, condition: sql`true` });
      if (!row) continue;
      await recordIncidentChange(tx, by, row, {
        entries: [{ kind: 'linked', text: { kk: to, ru: to, en: to }, isPublic: false }],
        action: 'incident.link',
        after: { linkedTo: to },
      });
    }
  });
}
