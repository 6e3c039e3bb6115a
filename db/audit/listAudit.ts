import type { AuditEntry } from '#domain/staff/audit.ts';
import { type Database, sql, toInstant } from '../client.ts';

export interface AuditFilter {
  personId?: string | undefined;
  action?: string | undefined;
  /** The object, or the beginning of it that ends with `/`. */
  object?: string | undefined;
  /** Only rows older than this one. */
  before?: number | undefined;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** `before` of the next page; null on the last. */
  next: number | null;
}

type Row = Omit<AuditEntry, 'id'> & { id: string };

/** The newest rows first. */
export async function listAudit(db: Database, filter: AuditFilter, limit: number): Promise<AuditPage> {
  const { personId, action, object, before } = filter;
  const matchesObject = object?.endsWith('/') ? sql`starts_with(object, ${object})` : sql`object = ${object ?? ''}`;
  const rows = await db.execute<Row>(sql`
    select id, at, election_at as "electionAt", person_id as "personId", person_name as "personName", role, action, object,
      before, after, address, (
        select coalesce(jsonb_object_agg(p.id, p.name), '{}') from auth.person p
        where p.id in (substr(object, 8), before ->> 'assignee', after ->> 'assignee')
      ) as names
    from ops.audit
    where true ${personId ? sql`and person_id = ${personId}` : sql``} ${action ? sql`and action = ${action}` : sql``}
      ${object ? sql`and ${matchesObject}` : sql``} ${before ? sql`and id < ${before}` : sql``}
    order by id desc limit ${limit + 1}`);
  const entries = rows.slice(0, limit).map((row) => ({
    ...row,
    id: Number(row.id),
    at: toInstant(row.at),
    electionAt: toInstant(row.electionAt),
  }));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** Whom and what the log can be filtered by: everybody and every action that is in it. */
export async function listAuditChoices(
  db: Database,
): Promise<{ people: [id: string, name: string][]; actions: string[] }> {
  // Skips from one value to the next along the index: the log is long, its people and actions are few.
  const people = await db.execute<{ id: string; name: string }>(sql`
    with recursive known (id) as (
      (select person_id from ops.audit where person_id is not null order by person_id limit 1)
      union all
      select (select a.person_id from ops.audit a where a.person_id > known.id order by a.person_id limit 1) from known
      where known.id is not null
    )
    select known.id, (select a.person_name from ops.audit a where a.person_id = known.id order by a.id desc limit 1) as name
    from known where known.id is not null order by name`);
  const actions = await db.execute<{ action: string }>(sql`
    with recursive known (action) as (
      (select action from ops.audit order by action limit 1)
      union all
      select (select a.action from ops.audit a where a.action > known.action order by a.action limit 1) from known
      where known.action is not null
    )
    select action from known where action is not null`);
  return { people: people.map(({ id, name }) => [id, name]), actions: actions.map(({ action }) => action) };
}
