import { Forbidden } from '#domain/errors.ts';
import type { AlertReport } from '#domain/incidents/alertmanager.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import type { ReportKey } from './reportIncident.ts';

export interface AlertsTaken {
  opened: string[];
  resolved: string[];
}

interface PlacedAlert extends AlertReport {
  unitCodes: string[];
  regionCode: string | null;
  districtCode: string | null;
}

/**
 * One open incident a fingerprint, whoever sends it how often. An alert that fires again after its incident was resolved opens a
 * new one, linked to the old: each outage keeps its own times. The same firing sent again does not, and an end sent again does not
 * end a later outage. All of them or none. Throws Forbidden where an alert is of another region than the key's.
 */
export async function takeAlerts(
  db: DatabaseClient['db'],
  key: ReportKey,
  alerts: readonly AlertReport[],
  address: string | null,
): Promise<AlertsTaken> {
  const by: AuditActor = { id: null, name: key.name, role: 'program', address };
  return db.transaction(async (tx) => {
    const placed = await placeAlerts(tx, key, alerts);
    const opened = await openFiring(
      tx,
      by,
      placed.filter(({ status }) => status === 'firing'),
    );
    const resolved = await resolveEnded(
      tx,
      by,
      placed.filter(({ status }) => status === 'resolved'),
    );
    if (resolved.some(({ is_public }) => is_public)) await tx.execute(sql`select ops.tell_public()`);
    const taken = {
      opened: opened.map(({ number }) => incidentId(number)),
      resolved: resolved.map(({ number }) => incidentId(number)),
    };
    if (opened.length + resolved.length > 0)
      await recordAudit(tx, by, { action: 'incident.alerts', object: `key/${key.id}`, after: taken });
    return taken;
  });
}

/** In the unit that the alert names, or else where the key is of; fingerprints of two keys never meet. */
async function placeAlerts(tx: Transaction, key: ReportKey, alerts: readonly AlertReport[]): Promise<PlacedAlert[]> {
  const units = await tx.execute<{ code: string; level: string; parent_code: string | null }>(sql`
    select code, level, parent_code from board.unit where level in ('region', 'district')
      and code in (select jsonb_array_elements_text(${JSON.stringify(alerts.flatMap((a) => a.unitCode ?? []))}::jsonb))`);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return alerts
    .map((alert) => {
      const fingerprint = `alertmanager:${key.id}:${alert.fingerprint}`;
      const unit = byCode.get(alert.unitCode ?? '');
      if (!unit) {
        const unitCodes = key.regionCode === null ? [] : [key.regionCode];
        return { ...alert, fingerprint, unitCodes, regionCode: key.regionCode, districtCode: null };
      }
      const isDistrict = unit.level === 'district';
      const regionCode = isDistrict ? unit.parent_code : unit.code;
      if (key.regionCode !== null && regionCode !== key.regionCode)
        throw new Forbidden(
          `this key is for ${key.regionCode} only, and an alert is of ${unit.code}; nothing was stored`,
        );
      return { ...alert, fingerprint, unitCodes: [unit.code], regionCode, districtCode: isDistrict ? unit.code : null };
    })
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}

async function openFiring(
  tx: Transaction,
  by: AuditActor,
  firing: readonly PlacedAlert[],
): Promise<{ number: number }[]> {
  if (firing.length === 0) return [];
  return tx.execute<{ number: number }>(sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(firing)}::jsonb) as alert (fingerprint text, episode text, category text,
        severity text, title jsonb, text jsonb, "unitCodes" jsonb, "regionCode" text, "districtCode" text, evidence jsonb)
    ),
    refreshed as (
      update ops.incident i set evidence = a.evidence, episode = a.episode
      from asked a where i.fingerprint = a.fingerprint and i.state <> 'resolved'
    ),
    opened as (
      insert into ops.incident (category, severity, title, unit_codes, region_code, district_code, is_public, source, fingerprint,
        episode, evidence, opened_by, changed_by)
      select category, severity, title, array(select jsonb_array_elements_text("unitCodes")), "regionCode", "districtCode", false,
        'alertmanager', fingerprint, episode, evidence, ${by.name}, ${by.name}
      from asked a
      where not exists (
        select from ops.incident i where i.fingerprint = a.fingerprint
          and (i.state <> 'resolved' or i.episode = a.episode or i.silenced_until > board.election_now()))
      order by fingerprint
      on conflict (fingerprint) where state <> 'resolved' do nothing
      returning number, fingerprint
    ),
    linked as (
      insert into ops.incident_link (first, second)
      select last.number, o.number from opened o cross join lateral (
        select number from ops.incident i where i.fingerprint = o.fingerprint order by opened_at desc, number desc limit 1
      ) last
    ),
    told as (
      insert into ops.incident_update (number, kind, state, text, is_public, person_name)
      select o.number, 'opened', 'investigating', nullif(a.text, 'null'), false, ${by.name} from opened o join asked a using (fingerprint)
    )
    select number from opened order by number`);
}

async function resolveEnded(
  tx: Transaction,
  by: AuditActor,
  ended: readonly PlacedAlert[],
): Promise<{ number: number; is_public: boolean }[]> {
  if (ended.length === 0) return [];
  return tx.execute<{ number: number; is_public: boolean }>(sql`
    with locked as (
      select i.number from ops.incident i
        join jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as alert (fingerprint text, episode text) using (fingerprint)
      where i.state <> 'resolved' and (i.episode = alert.episode or not exists (
        select from ops.incident past
        where past.fingerprint = i.fingerprint and past.state = 'resolved' and past.episode = alert.episode))
      order by i.number for update of i
    ),
    ended as (
      update ops.incident i set state = 'resolved', outcome = 'ended', resolved_at = board.election_now(),
        row_version = row_version + 1, changed_at = board.election_now(), changed_by = ${by.name}
      from locked where i.number = locked.number
      returning i.number, is_public
    ),
    told as (
      insert into ops.incident_update (number, kind, state, is_public, person_name)
      select number, 'state', 'resolved', true, ${by.name} from ended
    )
    select number, is_public from ended order by number`);
}
