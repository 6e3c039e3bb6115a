import { type Database, sql } from '#db/client.ts';
import { insertManyCases } from '#tests/db/violations/insertManyCases.ts';

/** So many incidents, every tenth open, half of them public, with a timeline each; and so many cases over all districts. */
export async function fillConsole(
  db: Database,
  { incidents, cases }: { incidents: number; cases: number },
): Promise<void> {
  await db.execute(sql`
    insert into ops.incident (category, severity, state, title, is_public, source, opened_at, opened_by, changed_by, resolved_at, outcome)
    select (array['authorization', 'sms_codes', 'web_site', 'app', 'station_equipment', 'connectivity', 'paper'])[1 + i % 7],
      (array['critical', 'major', 'minor'])[1 + i % 3], case when i % 10 = 0 then 'investigating' else 'resolved' end,
      jsonb_build_object('ru', 'Сбой номер ' || i, 'en', 'Incident number ' || i), i % 2 = 0, 'person', opened, 'bench', 'bench',
      case when i % 10 > 0 then opened + interval '40 minutes' end, case when i % 10 > 0 then 'fixed' end
    from (
      select i, board.election_now() - make_interval(mins => i * 2 + 45) as opened from generate_series(1, ${incidents}::integer) i
    ) dated`);
  await db.execute(sql`
    insert into ops.incident_update (number, at, kind, state, text, is_public, person_name)
    select number, opened_at, 'opened', 'investigating', title, is_public, 'bench' from ops.incident where opened_by = 'bench'`);
  await insertManyCases(db, cases);
  // The cases are dated for another rehearsal, which is later in the election.
  await db.execute(sql`
    update ops.violation set received_at = received_at - interval '2 days', state_since = state_since - interval '2 days'
    where filed_by = 'Clerk'`);
  await db.execute(sql`vacuum analyze ops.incident, ops.incident_update, ops.violation`);
}
