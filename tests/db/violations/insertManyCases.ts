import { type Database, sql } from '#db/client.ts';

/** That many cases over every district of the loaded election and in every state, with their history and decisions. */
export async function insertManyCases(db: Database, count: number): Promise<void> {
  await db.execute(sql`
    insert into ops.violation (number, channel, received_at, category, region_code, district_code, summary, state, state_since,
      commission_level, commission_region_code, duplicate_of, verdict, measure, filed_by, changed_at, changed_by)
    select before + i, (array['hotline', 'email', 'web', 'in_person'])[1 + i % 4], received,
      (array['coercion_to_join', 'fake_admission', 'iins_on_one_phone', 'bought_sim_card', 'obtained_codes', 'missed_debate',
        'campaigning', 'other'])[1 + i % 8],
      region, district, 'What was reported in case ' || i || repeat(', and more of it', 20), state, received + interval '5 hours',
      case when state in ('in_review', 'decided') then case when i % 3 = 0 then 'central' else 'region' end end,
      case when state in ('in_review', 'decided') and i % 3 > 0 then region end,
      case when state = 'duplicate' then i - 9 end, verdict,
      case when verdict = 'confirmed' then (array['none', 'warning', 'referral'])[1 + i % 3] end, 'Clerk', received, 'Clerk'
    from (
      select before, i, timestamptz '2020-10-02 11:00+06' - make_interval(mins => (i * 7) % 30000) as received,
        (districts.regions)[1 + (i / 2) % districts.many] as region, (districts.codes)[1 + (i / 2) % districts.many] as district, state,
        case when state = 'decided' then (array['confirmed', 'rejected', 'transferred'])[1 + (i / 10) % 3] end as verdict
      from (
        select i, (array['received', 'registered', 'in_review', 'decided', 'decided', 'decided', 'decided', 'decided', 'decided',
          case when i > 9 then 'duplicate' else 'received' end])[1 + i % 10] as state
        from generate_series(1, ${count}::integer) i
      ) numbered cross join (
        select coalesce(max(number), 0) as before from ops.violation
      ) register cross join (
        select array_agg(parent_code order by code) as regions, array_agg(code order by code) as codes, count(*)::integer as many
        from board.unit where level = 'district'
      ) districts
    ) dated order by i`);
  await db.execute(sql`delete from ops.violation_register`);
  await db.execute(sql`
    insert into ops.violation_event (number, at, kind, from_state, to_state, person_name)
    select number, received_at, kind, null, state, 'Clerk'
    from ops.violation cross join unnest(array['filed', 'registered', 'assigned', 'review', 'decided']) kind where filed_by = 'Clerk'`);
  await db.execute(sql`
    insert into ops.violation_decision (number, decision_number, decided_at, verdict, measure, commission_level, decided_by, rule, text,
      person_name)
    select number, number || '-K', state_since, verdict, measure, 'central', '{}', '{}', '{}', 'Clerk'
    from ops.violation where state = 'decided' and filed_by = 'Clerk'`);
  await db.execute(sql`vacuum analyze ops.violation, ops.violation_event, ops.violation_decision`);
}
