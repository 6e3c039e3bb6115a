import { NotFound } from '#domain/errors.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import type { IncidentDetail, LinkedIncident, StaffUpdate } from '#domain/incidents/staffIncident.ts';
import type { Place } from '#domain/staff/policy.ts';
import { type Database, sql, toInstant } from '../client.ts';
import { type IncidentRow, incidentColumns, toStaffIncident } from './incidentRow.ts';

/** Everything known of an incident; of those linked to it the ones in `reach`, all where that is the country. Throws NotFound. */
export async function getIncident(db: Database, number: number, reach: Place): Promise<IncidentDetail> {
  const [row] = await db.execute<IncidentRow & { evidence: unknown; silenced_until: string | null }>(sql`
    select ${incidentColumns}, i.evidence, i.silenced_until from ops.incident i where number = ${number}`);
  if (!row) throw new NotFound(`no incident ${incidentId(number)}`);
  return {
    ...toStaffIncident(row),
    evidence: row.evidence,
    silencedUntil: row.silenced_until && toInstant(row.silenced_until),
    updates: await listUpdates(db, number),
    links: await listLinks(db, number, reach),
  };
}

async function listUpdates(db: Database, number: number): Promise<StaffUpdate[]> {
  const rows = await db.execute<{
    id: string;
    at: string;
    kind: StaffUpdate['kind'];
    state: StaffUpdate['state'];
    text: StaffUpdate['text'];
    is_public: boolean;
    person_name: string;
  }>(sql`
    select id, at, kind, state, text, is_public, person_name from ops.incident_update
    where number = ${number} order by id desc limit 500`);
  return rows.map((update) => ({
    id: Number(update.id),
    at: toInstant(update.at),
    kind: update.kind,
    state: update.state,
    text: update.text,
    isPublic: update.is_public,
    personName: update.person_name,
  }));
}

async function listLinks(db: Database, number: number, { regionCode, districtCode }: Place): Promise<LinkedIncident[]> {
  const rows = await db.execute<{ number: number; title: LinkedIncident['title']; state: LinkedIncident['state'] }>(sql`
    select i.number, i.title, i.state from ops.incident i
    where (i.duplicate_of = ${number} or i.number in (
        select case when first = ${number} then second else first end from ops.incident_link
        where first = ${number} or second = ${number}))
      and (${regionCode}::text is null or i.region_code = ${regionCode})
      and (${districtCode}::text is null or i.district_code = ${districtCode})
    order by i.number limit 100`);
  return rows.map((link) => ({ id: incidentId(link.number), title: link.title, state: link.state }));
}
