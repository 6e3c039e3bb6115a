-- Who moves the schedule is read from the session, as with verdicts (decisions 0014 and 0016): the role of the pages names nobody any more.
-- The person as the functions of the schedule take it; null for a name without letters.
create function ops.schedule_actor(id text, name text, role text, address text) returns jsonb language sql immutable as $$
  select jsonb_build_object('id', id, 'name', btrim(name), 'key', sealed.person_key(name), 'role', role, 'address', address)
  where sealed.person_key(name) <> ''
$$;

-- Whose session this is, if that person may do this to the schedule (domain/staff/policy.ts), or null.
create function ops.find_schedule_person(session_token text, act text) returns auth.person language sql stable
set search_path = pg_catalog, pg_temp as $$
  select ops.find_session_person(session_token, case
    when act in ('propose', 'withdrawn') then '{leadership}'
    when act in ('confirmed', 'declined') then '{leadership,approver}'
    else '{}' end::text[])
$$;

-- Both keep the session and its person as they are until the transaction ends.
create function ops.hold_schedule_person(session_token text, act text) returns auth.person language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  perform from auth.person p join auth.session s on s.user_id = p.id where s.token = session_token for share of p, s;
  return ops.find_schedule_person(session_token, act);
end $$;

create function ops.propose_schedule_in_session(session_token text, change jsonb, address text, out proposal integer, out fault text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  proposer constant auth.person := ops.hold_schedule_person(session_token, 'propose');
  actor constant jsonb := ops.schedule_actor(proposer.id, proposer.name, proposer.role, address);
begin
  if proposer.id is null or actor is null then
    fault := case when proposer.id is null then 'no_session' else 'no_name' end;
    return;
  end if;
  select p.proposal, p.fault into proposal, fault from ops.propose_schedule(change, actor) p;
end $$;

create function ops.end_schedule_in_session(session_token text, proposal integer, outcome text, note text, address text,
  out fault text, out version bigint) language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  person auth.person := ops.find_schedule_person(session_token, outcome);
  actor jsonb := ops.schedule_actor(person.id, person.name, person.role, address);
  proposed ops.schedule_proposal;
begin
  -- Before the locks, so that nobody else can hold them.
  if person.id is null or actor is null then
    fault := case when person.id is null then 'no_session' else 'no_name' end;
    return;
  end if;
  select * into proposed from ops.schedule_proposal p where p.id = proposal;
  fault := ops.schedule_end_fault(proposed, outcome, actor);
  if fault is not null then
    return;
  end if;
  if outcome = 'confirmed' then
    -- As a verdict does it: the person may be disabled while this waits.
    perform from sealed.gate for update;
  end if;
  person := ops.hold_schedule_person(session_token, outcome);
  actor := ops.schedule_actor(person.id, person.name, person.role, address);
  if person.id is null or actor is null then
    fault := 'no_session';
    return;
  end if;
  select e.fault, e.version into fault, version from ops.end_schedule_proposal(proposal, outcome, note, actor) e;
end $$;

-- At the command line there are names and no accounts, and only the publication is moved.
create function ops.propose_publication_by_name(change jsonb, person text, out proposal integer, out fault text) language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor constant jsonb := ops.schedule_actor(null, person, 'operator', null);
begin
  if actor is null then
    fault := 'no_name';
    return;
  end if;
  select p.proposal, p.fault into proposal, fault
  from ops.propose_schedule(change || '{"kind": "publication"}', actor) p;
end $$;

create function ops.confirm_publication_by_name(proposal integer, person text, out fault text, out version bigint) language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  actor constant jsonb := ops.schedule_actor(null, person, 'operator', null);
begin
  if actor is null then
    fault := 'no_name';
  elsif not exists (select from ops.schedule_proposal p where p.id = proposal and p.kind = 'publication') then
    fault := 'not_found';
  else
    select e.fault, e.version into fault, version from ops.end_schedule_proposal(proposal, 'confirmed', null, actor) e;
  end if;
end $$;

revoke execute on function ops.schedule_actor(text, text, text, text), ops.find_schedule_person(text, text),
  ops.hold_schedule_person(text, text), ops.propose_schedule_in_session(text, jsonb, text),
  ops.end_schedule_in_session(text, integer, text, text, text), ops.propose_publication_by_name(jsonb, text),
  ops.confirm_publication_by_name(integer, text) from public;
-- These take whoever they are told: from now on the functions above alone call them.
revoke execute on function ops.propose_schedule(jsonb, jsonb), ops.end_schedule_proposal(integer, text, text, jsonb)
  from saylau_web, saylau_counting;
grant execute on function ops.propose_schedule_in_session(text, jsonb, text),
  ops.end_schedule_in_session(text, integer, text, text, text) to saylau_web;
grant execute on function ops.propose_publication_by_name(jsonb, text), ops.confirm_publication_by_name(integer, text)
  to saylau_counting;

-- The draft that may still be released: nobody objected to it, and no lot was drawn and no contest taken back since it was counted.
-- One that does not stand never will again, for acts are only added.
create view sealed.standing as
select e.id from sealed.edition e
where e.state = 'open'
  and not exists (select from sealed.act a where a.edition_id = e.id and a.kind = 'objected')
  and not exists (select from sealed.act a where a.contest_id is not null and a.id > e.last_act);
grant select on sealed.standing to saylau_counting;

-- Whether a sealed draft stands: then voting times stay as they are. Where none does, it is counted anew anyway.
create or replace function ops.is_count_sealed() returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$ select exists (select from sealed.standing) $$;

-- As before, but for a draft that does not stand.
create or replace function ops.schedule_fault(proposed ops.schedule_proposal) returns text language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare
  moment constant timestamptz := board.election_now();
  publication ops.publication_in_force;
  voting ops.window_in_force;
  new_time constant timestamptz := coalesce(proposed.publish_at, proposed.closes_at);
begin
  if exists (select from published.edition where number > 0) then
    return 'released';
  end if;
  select * into publication from ops.publication_in_force;
  if proposed.kind = 'publication' then
    if publication.id is distinct from proposed.based_on then
      return 'overtaken';
    elsif publication.publish_at = new_time then
      return 'same';
    elsif new_time <= (select max(closes_at) from ops.window_in_force) then
      return 'before_close';
    end if;
  else
    select * into voting from ops.window_in_force w where w.channel = proposed.channel;
    if voting.id is null then
      return 'no_window';
    elsif voting.id is distinct from proposed.based_on then
      return 'overtaken';
    elsif exists (select from sealed.standing) then
      return 'sealed';
    elsif voting.opens_at = proposed.opens_at and voting.closes_at = new_time then
      return 'same';
    elsif new_time <= proposed.opens_at then
      return 'empty';
    elsif voting.opens_at <> proposed.opens_at and least(voting.opens_at, proposed.opens_at) <= moment then
      return 'opened';
    elsif new_time >= publication.publish_at then
      return 'after_publication';
    end if;
  end if;
  if new_time <= moment then
    return 'past';
  elsif new_time > moment + interval '366 days' then
    return 'too_far';
  end if;
  return null;
end $$;
