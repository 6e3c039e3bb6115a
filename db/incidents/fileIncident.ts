import type { IncidentSource } from '#domain/incidents/incident.ts';
import type { FileIncident } from '#domain/incidents/requests.ts';
import type { Place } from '#domain/staff/policy.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { recordIncidentChange } from './incidentChange.ts';
import { type IncidentRow, incidentColumns } from './incidentRow.ts';

export interface Filing extends FileIncident {
  place: Place;
  source: IncidentSource;
  fingerprint?: string;
  episode?: string;
  evidence?: object;
}

/** Opens an incident; returns its number. */
export async function fileIncident(db: DatabaseClient['db'], by: ScriptedActor, filing: Filing): Promise<number> {
  return db.transaction((tx) => openIncident(tx, by, filing));
}

/** The same in a transaction of the caller's. */
export async function openIncident(tx: Transaction, by: ScriptedActor, filing: Filing): Promise<number> {
  const { category, severity, title, unitCodes, isPublic, text, place, source, fingerprint, episode, evidence } =
    filing;
  const codes = [...new Set(unitCodes)].sort();
  const [row] = await tx.execute<IncidentRow>(sql`
    insert into ops.incident as i (category, severity, title, unit_codes, region_code, district_code, is_public, source,
      fingerprint, episode, evidence, opened_at, opened_by, changed_at, changed_by)
    values (${category}, ${severity}, ${JSON.stringify(title)}::jsonb,
      array(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)), ${place.regionCode}, ${place.districtCode},
      ${isPublic}, ${source}, ${fingerprint ?? null}, ${episode ?? null}, ${evidence ? JSON.stringify(evidence) : null}::jsonb,
      ${momentOf(by)}, ${by.name}, ${momentOf(by)}, ${by.name})
    returning ${incidentColumns}`);
  if (!row) throw new Error('an incident was inserted and is not there');
  await recordIncidentChange(tx, by, row, {
    entries: [{ kind: 'opened', text, isPublic }],
    action: 'incident.file',
    after: { category, severity, title, unitCodes: codes, isPublic, source },
  });
  return row.number;
}
