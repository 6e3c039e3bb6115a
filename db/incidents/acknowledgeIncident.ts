import { Conflict } from '#domain/errors.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, type SQL, sql } from '../client.ts';
import { changedMeanwhile, changeIncident, lockIncident, recordIncidentChange } from './incidentChange.ts';

/** Says that somebody has it, once. Throws NotFound, and Conflict that names who was first. */
export async function acknowledgeIncident(db: Database, by: ScriptedActor, number: number): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await changeIncident(tx, by, {
      number,
      set: acknowledging(by),
      condition: sql`acknowledged_at is null and state <> 'resolved'`,
    });
    if (!row) {
      const first = await lockIncident(tx, number);
      if (first.acknowledged_at === null) throw changedMeanwhile(first);
      const at = new Date(first.acknowledged_at).toISOString();
      throw new Conflict(`${incidentId(number)} was acknowledged by ${first.acknowledged_name} at ${at}`);
    }
    await recordIncidentChange(tx, by, row, {
      entries: [{ kind: 'acknowledged', isPublic: false }],
      action: 'incident.acknowledge',
      after: { acknowledgedAt: row.acknowledged_at },
    });
  });
}

/** Whoever works on it has seen it, and the first to do so is remembered. */
export function acknowledging(by: ScriptedActor): SQL {
  return sql`acknowledged_at = coalesce(acknowledged_at, ${momentOf(by)}),
    acknowledged_by = case when acknowledged_at is null then ${by.id} else acknowledged_by end,
    acknowledged_name = case when acknowledged_at is null then ${by.name} else acknowledged_name end`;
}
