import type { IncidentUpdate, PublicIncident } from '#domain/incidents/incident.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface PublicRow extends Record<string, unknown> {
  number: number;
  category: PublicIncident['category'];
  severity: PublicIncident['severity'];
  state: PublicIncident['state'];
  title: PublicIncident['title'];
  unit_codes: string[];
  opened_at: string;
  resolved_at: string | null;
  is_false_alarm: boolean;
  duplicate_of: number | null;
}

interface UpdateRow extends Record<string, unknown> {
  id: string;
  number: number;
  at: string;
  state: IncidentUpdate['state'];
  text: IncidentUpdate['text'];
}

const columns = sql`number, category, severity, state, title, unit_codes, opened_at, resolved_at, is_false_alarm, duplicate_of`;

/** At most `limit` open ones, the worst and the oldest first, and as many resolved ones, the newest first; with their timelines. */
export async function listPublicIncidents(db: Database, limit: number): Promise<PublicIncident[]> {
  const open = await db.execute<PublicRow>(sql`
    select ${columns} from ops.public_incident where state <> 'resolved'
    order by case severity when 'critical' then 0 when 'major' then 1 else 2 end, opened_at, number limit ${limit}`);
  const resolved = await db.execute<PublicRow>(sql`
    select ${columns} from ops.public_incident where state = 'resolved'
    order by opened_at desc, number desc limit ${limit}`);
  return withTimelines(db, [...open, ...resolved]);
}

/** Those of these numbers that are public, with their timelines. */
export async function findPublicIncidents(db: Database, numbers: readonly number[]): Promise<PublicIncident[]> {
  const rows = await db.execute<PublicRow>(sql`
    select ${columns} from ops.public_incident
    where number in (select value::int from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)) order by number`);
  return withTimelines(db, rows);
}

async function withTimelines(db: Database, rows: readonly PublicRow[]): Promise<PublicIncident[]> {
  const timelines = await readTimelines(
    db,
    rows.map((row) => row.number),
  );
  return rows.map((row) => ({
    id: incidentId(row.number),
    category: row.category,
    severity: row.severity,
    state: row.state,
    title: row.title,
    unitCodes: row.unit_codes,
    openedAt: toInstant(row.opened_at),
    resolvedAt: row.resolved_at && toInstant(row.resolved_at),
    isFalseAlarm: row.is_false_alarm,
    duplicateOf: row.duplicate_of === null ? null : incidentId(row.duplicate_of),
    updates: timelines.get(row.number) ?? [],
  }));
}

/** The newest entry first. */
async function readTimelines(db: Database, numbers: readonly number[]): Promise<Map<number, IncidentUpdate[]>> {
  const rows = await db.execute<UpdateRow>(sql`
    select id, number, at, state, text from ops.public_update
    where number in (select value::int from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)) order by id desc`);
  const timelines = new Map<number, IncidentUpdate[]>();
  for (const { id, number, at, state, text } of rows) {
    const timeline = timelines.get(number) ?? [];
    timeline.push({ id: Number(id), at: toInstant(at), state, text });
    timelines.set(number, timeline);
  }
  return timelines;
}
