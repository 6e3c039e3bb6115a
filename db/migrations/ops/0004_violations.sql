-- The register of violations: what was reported, which commission has it, what was decided. Times are election time.
create table ops.violation (
  number integer generated always as identity primary key,
  -- Grows with every change; who changes says which one was seen.
  row_version integer not null default 1,
  -- The same form sent twice is one case.
  request_id text unique,
  channel text not null check (channel in ('hotline', 'email', 'web', 'in_person')),
  received_at timestamptz not null,
  category text not null check (category in ('coercion_to_join', 'fake_admission', 'iins_on_one_phone', 'bought_sim_card',
    'obtained_codes', 'missed_debate', 'campaigning', 'other')),
  -- Both none: the whole country.
  region_code text references board.unit (code),
  district_code text references board.unit (code),
  contest_id text references board.contest (id),
  candidacy_id text references board.candidacy (id),
  -- For the staff, never public.
  summary text not null,
  state text not null default 'received' check (state in ('received', 'registered', 'in_review', 'decided', 'duplicate')),
  -- Since when it is in that state, and with that commission.
  state_since timestamptz not null,
  commission_level text check (commission_level in ('district', 'region', 'central')),
  commission_region_code text references board.unit (code),
  commission_district_code text references board.unit (code),
  duplicate_of integer references ops.violation (number),
  -- Of the decision in force.
  verdict text check (verdict in ('confirmed', 'rejected', 'transferred')),
  measure text check (measure in ('none', 'warning', 'removal', 'annulment', 'referral')),
  -- Of the last decision.
  appeal text check (appeal in ('pending', 'upheld', 'overturned')),
  filed_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  check (district_code is null or region_code is not null),
  check (candidacy_id is null or contest_id is not null),
  check (duplicate_of <> number),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check ((state = 'decided') = (verdict is not null)),
  check ((verdict is not distinct from 'confirmed') = (measure is not null)),
  check (measure is null or measure not in ('removal', 'annulment') or candidacy_id is not null),
  check (state not in ('in_review', 'decided') or commission_level is not null),
  check (case commission_level when 'district' then commission_region_code is not null and commission_district_code is not null
    when 'region' then commission_region_code is not null and commission_district_code is null
    else commission_region_code is null and commission_district_code is null end)
);
-- Serve the list, newest first: of a region, of a state, of a commission.
create index violation_region on ops.violation (region_code, number desc);
create index violation_state on ops.violation (state, number desc);
create index violation_commission on ops.violation (commission_level, commission_region_code, commission_district_code, number desc);
-- Serves the search by words.
create index violation_words on ops.violation using gin (to_tsvector('simple', summary));
-- Serve the public counts and the ages, without the long texts.
create index violation_counts on ops.violation (region_code, state, category, verdict, measure);
create index violation_ages on ops.violation (region_code, district_code, state, state_since, received_at);
create index violation_duplicates on ops.violation (duplicate_of) where duplicate_of is not null;

-- Decisions, never edited: the last of a case is in force, unless an appeal overturned it.
create table ops.violation_decision (
  id bigint generated always as identity primary key,
  number integer not null references ops.violation (number),
  decision_number text not null,
  decided_at timestamptz not null,
  verdict text not null check (verdict in ('confirmed', 'rejected', 'transferred')),
  measure text check (measure in ('none', 'warning', 'removal', 'annulment', 'referral')),
  -- What happens to the votes of the candidacy that it concerns.
  votes text check (votes in ('counted', 'annulled', 'pending')),
  commission_level text not null check (commission_level in ('district', 'region', 'central')),
  commission_region_code text,
  commission_district_code text,
  decided_by jsonb not null,
  rule jsonb not null,
  text jsonb not null,
  person_id text,
  person_name text not null,
  candidacy_change_id bigint references board.candidacy_change (id),
  check ((verdict = 'confirmed') = (measure is not null)),
  check (coalesce(measure in ('removal', 'annulment'), false) = (votes is not null)),
  check (measure is null or measure <> 'annulment' or votes = 'annulled')
);
create index violation_decision_number on ops.violation_decision (number, id);

create table ops.violation_appeal (
  decision_id bigint primary key references ops.violation_decision (id),
  filed_at timestamptz not null,
  grounds text,
  outcome text not null default 'pending' check (outcome in ('pending', 'upheld', 'overturned')),
  decided_at timestamptz,
  decision_number text,
  decided_by jsonb,
  rule jsonb,
  text jsonb,
  person_name text,
  -- The candidacy as it stands again.
  candidacy_change_id bigint references board.candidacy_change (id),
  check ((outcome = 'pending') = (decided_at is null)),
  check ((outcome = 'pending') = (text is null))
);

create table ops.violation_event (
  id bigint generated always as identity primary key,
  number integer not null references ops.violation (number),
  at timestamptz not null,
  kind text not null check (kind in ('filed', 'registered', 'assigned', 'review', 'transferred', 'decided', 'duplicate',
    'appeal_filed', 'appeal_decided')),
  from_state text check (from_state in ('received', 'registered', 'in_review', 'decided', 'duplicate')),
  to_state text not null check (to_state in ('received', 'registered', 'in_review', 'decided', 'duplicate')),
  -- Whom it was given to, what it is a duplicate of, how it was decided.
  detail jsonb,
  note text,
  person_id text,
  person_name text not null
);
create index violation_event_number on ops.violation_event (number, id);

-- Who reported and who is accused. No role reads or writes it but through the functions below, which write into the audit log.
create table ops.violation_restricted (
  number integer primary key references ops.violation (number),
  reporter text,
  contacts text,
  accused text
);

-- How far a rehearsal has played the cases of its package.
create table ops.violation_script (
  reference text primary key,
  number integer not null references ops.violation (number),
  steps integer not null
);

create function ops.read_restricted(case_number integer, person_id text, person_name text, role text, address text)
returns table (reporter text, contacts text, accused text) language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if person_id is null then
    raise exception 'restricted fields are read by a person' using errcode = '42501';
  end if;
  perform ops.record_audit(person_id, person_name, role, 'violation.readRestricted',
    'violation/V-' || lpad(case_number::text, greatest(4, length(case_number::text)), '0'), null, null, address);
  return query select r.reporter, r.contacts, r.accused from ops.violation_restricted r where r.number = case_number;
end $$;

-- Null leaves a field as it is. The log names the fields, not what is in them.
create function ops.write_restricted(case_number integer, new_reporter text, new_contacts text, new_accused text, person_id text,
  person_name text, role text, address text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  insert into ops.violation_restricted as r (number, reporter, contacts, accused)
  values (case_number, new_reporter, new_contacts, new_accused)
  on conflict (number) do update set reporter = coalesce(excluded.reporter, r.reporter),
    contacts = coalesce(excluded.contacts, r.contacts), accused = coalesce(excluded.accused, r.accused);
  perform ops.record_audit(person_id, person_name, role, 'violation.writeRestricted',
    'violation/V-' || lpad(case_number::text, greatest(4, length(case_number::text)), '0'), null,
    jsonb_build_object('reporter', new_reporter is not null, 'contacts', new_contacts is not null, 'accused', new_accused is not null),
    address);
end $$;

-- Puts a confirmed decision on a candidacy into force; null where the candidacy does not stand so that it fits. One that was
-- announced under the decision's number already is taken for it.
create function ops.change_candidacy(of_decision bigint) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  decision record;
  in_force board.candidacy_change;
  made bigint;
begin
  select d.*, v.candidacy_id into strict decision
  from ops.violation_decision d join ops.violation v using (number)
  where d.id = of_decision and d.measure in ('removal', 'annulment') and d.candidacy_change_id is null;
  perform from board.candidacy where id = decision.candidacy_id for update;
  select * into in_force from board.candidacy_change where candidacy_id = decision.candidacy_id
  order by announced_at desc, id desc limit 1;
  if in_force.status = 'removed' and in_force.number = decision.decision_number and in_force.votes = decision.votes then
    made := in_force.id;
  elsif (decision.measure = 'removal') <> (coalesce(in_force.status, 'registered') = 'registered') then
    return null;
  elsif decision.measure = 'annulment' and in_force.votes = 'annulled' then
    return null;
  else
    insert into board.candidacy_change (candidacy_id, status, votes, announced_at, number, decided_by, rule, reason)
    values (decision.candidacy_id, case decision.measure when 'removal' then 'removed' else in_force.status end, decision.votes,
      -- A clock that stands still does not give two decisions one time.
      greatest(decision.decided_at, in_force.announced_at + interval '1 millisecond'), decision.decision_number,
      decision.decided_by, decision.rule, decision.text)
    returning id into made;
  end if;
  update ops.violation_decision set candidacy_change_id = made where id = of_decision;
  return made;
end $$;

-- Undoes what an overturned decision did, as long as no other decision on the candidacy followed; null where one did.
create function ops.restore_candidacy(of_decision bigint) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  appeal record;
  undone board.candidacy_change;
  earlier board.candidacy_change;
  made bigint;
begin
  select a.*, d.candidacy_change_id as change_id into strict appeal
  from ops.violation_appeal a join ops.violation_decision d on d.id = a.decision_id
  where a.decision_id = of_decision and a.outcome = 'overturned' and a.candidacy_change_id is null;
  select * into strict undone from board.candidacy_change where id = appeal.change_id;
  perform from board.candidacy where id = undone.candidacy_id for update;
  if exists (select from board.candidacy_change c where c.candidacy_id = undone.candidacy_id
      and (c.announced_at, c.id) > (undone.announced_at, undone.id)) then
    return null;
  end if;
  select * into earlier from board.candidacy_change c where c.candidacy_id = undone.candidacy_id
    and (c.announced_at, c.id) < (undone.announced_at, undone.id) order by announced_at desc, id desc limit 1;
  insert into board.candidacy_change (candidacy_id, status, votes, announced_at, number, decided_by, rule, reason)
  values (undone.candidacy_id, coalesce(earlier.status, 'registered'), coalesce(earlier.votes, 'counted'),
    greatest(appeal.decided_at, undone.announced_at + interval '1 millisecond'), appeal.decision_number, appeal.decided_by,
    appeal.rule, appeal.text)
  returning id into made;
  update ops.violation_appeal set candidacy_change_id = made where decision_id = of_decision;
  return made;
end $$;

-- What everybody may read: how many, nothing of any one.
create view ops.public_case_counts as
select coalesce(v.region_code, (select u.code from board.unit u where u.level = 'country')) as unit_code, v.state, v.category,
  v.verdict, v.measure, count(*)::integer as cases
from ops.violation v group by 1, 2, 3, 4, 5;

revoke execute on function ops.read_restricted(integer, text, text, text, text),
  ops.write_restricted(integer, text, text, text, text, text, text, text), ops.change_candidacy(bigint),
  ops.restore_candidacy(bigint) from public;
grant execute on function ops.read_restricted(integer, text, text, text, text),
  ops.write_restricted(integer, text, text, text, text, text, text, text), ops.change_candidacy(bigint),
  ops.restore_candidacy(bigint) to saylau_web;
grant select, insert, update on ops.violation, ops.violation_appeal to saylau_web;
grant select, insert on ops.violation_decision, ops.violation_event to saylau_web;
grant select on ops.public_case_counts to saylau_live, saylau_web;
