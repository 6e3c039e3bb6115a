-- Moving the voting times or the publication: one person proposes, another confirms, and only then the public reads it. One table
-- for the console and the command line.
create table ops.schedule_proposal (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('window', 'publication')),
  channel text,
  opens_at timestamptz,
  closes_at timestamptz,
  publish_at timestamptz,
  -- What the public reads.
  reason jsonb not null check (reason ?& array['kk', 'ru', 'en']),
  decided_by jsonb not null check (decided_by ?& array['kk', 'ru', 'en']),
  -- The announcement in force when this was proposed (board.window_change, board.publication_change); none where there was none.
  based_on bigint,
  proposed_by text not null check (length(trim(proposed_by)) > 0),
  -- None at the command line.
  proposed_account text,
  -- The name in one spelling (db/counting/personKey.ts): two people are two of these, and two accounts.
  proposed_key text not null check (length(proposed_key) > 0),
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'declined', 'withdrawn')),
  ended_by text check (length(trim(ended_by)) > 0),
  ended_account text,
  ended_key text check (length(ended_key) > 0),
  ended_at timestamptz,
  -- Why it was declined or withdrawn; for the staff.
  end_note text,
  -- The announcement that it became.
  announced_as bigint,
  check ((kind = 'window') = (channel is not null) and (kind = 'window') = (opens_at is not null)),
  check ((kind = 'window') = (closes_at is not null) and (kind = 'publication') = (publish_at is not null)),
  check ((state = 'open') = (ended_at is null) and (state = 'open') = (ended_by is null) and (state = 'open') = (ended_key is null)),
  check ((state = 'confirmed') = (announced_as is not null)),
  check (state <> 'confirmed' or (ended_key <> proposed_key and coalesce(ended_account <> proposed_account, true))),
  check (state <> 'declined' or end_note is not null)
);

insert into ops.schedule_proposal (kind, publish_at, reason, decided_by, based_on, proposed_by, proposed_key, proposed_at, state,
  ended_by, ended_key, ended_at, announced_as)
select 'publication', p.publish_at, p.reason, p.decided_by,
  (select c.id from board.publication_change c where c.announced_at <= p.proposed_at order by c.announced_at desc, c.id desc limit 1),
  p.proposed_by, p.proposed_key, p.proposed_at, case when c.id is null then 'open' else 'confirmed' end,
  case when c.id is not null then p.confirmed_by end, case when c.id is not null then p.confirmed_key end,
  case when c.id is not null then p.confirmed_at end, c.id
from sealed.publication_proposal p left join board.publication_change c on c.announced_at = p.confirmed_at
order by p.id;
drop function sealed.confirm_publication(bigint, text, text);
drop table sealed.publication_proposal;

-- What is in force: the last announcement, for the publication, and for each channel.
create view ops.publication_in_force as
select * from board.publication_change order by announced_at desc, id desc limit 1;
create view ops.window_in_force as
select distinct on (channel) * from board.window_change order by channel, announced_at desc, id desc;

-- Why this may not be announced as things stand, or null (domain/schedule/judgeChange.ts says the same to whoever writes it).
create function ops.schedule_fault(proposed ops.schedule_proposal) returns text language plpgsql stable security definer
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
    elsif exists (select from sealed.edition where state = 'open') then
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

-- The times of a proposal and of what was in force before it, for the log.
create function ops.schedule_times(channel text, opens_at timestamptz, closes_at timestamptz, publish_at timestamptz) returns jsonb
language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('channel', channel, 'opensAt', opens_at, 'closesAt', closes_at, 'publishAt', publish_at))
$$;
create function ops.schedule_times_before(proposed ops.schedule_proposal) returns jsonb language sql stable as $$
  select coalesce(
    (select ops.schedule_times(w.channel, w.opens_at, w.closes_at, null) from board.window_change w
      where proposed.kind = 'window' and w.id = proposed.based_on),
    (select ops.schedule_times(null, null, null, c.publish_at) from board.publication_change c
      where proposed.kind = 'publication' and c.id = proposed.based_on))
$$;

-- Writes a proposal down; nothing moves by it. `change` is {kind, channel, opensAt, closesAt, publishAt, reason, decidedBy}, where an
-- opening that is left out stays, and `seenAt`, if it is there, when that was announced which its writer saw in force. `actor` is
-- {id, name, key, role, address}. Its number, or why not.
create function ops.propose_schedule(change jsonb, actor jsonb, out proposal integer, out fault text) language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  proposed ops.schedule_proposal;
  seen_at timestamptz;
begin
  if session_user = 'saylau_counting' and change ->> 'kind' <> 'publication' then
    raise exception 'the counting people move the publication only' using errcode = '42501';
  end if;
  proposed.kind := change ->> 'kind';
  proposed.reason := change -> 'reason';
  proposed.decided_by := change -> 'decidedBy';
  if proposed.kind = 'window' then
    proposed.channel := change ->> 'channel';
    select w.id, w.announced_at, coalesce((change ->> 'opensAt')::timestamptz, w.opens_at)
    into proposed.based_on, seen_at, proposed.opens_at
    from ops.window_in_force w where w.channel = proposed.channel;
    proposed.closes_at := change ->> 'closesAt';
  else
    select p.id, p.announced_at into proposed.based_on, seen_at from ops.publication_in_force p;
    proposed.publish_at := change ->> 'publishAt';
  end if;
  if change ? 'seenAt' and (change ->> 'seenAt')::timestamptz is distinct from date_trunc('milliseconds', seen_at) then
    fault := 'overtaken';
    return;
  end if;
  fault := ops.schedule_fault(proposed);
  if fault is not null then
    return;
  end if;
  insert into ops.schedule_proposal (kind, channel, opens_at, closes_at, publish_at, reason, decided_by, based_on, proposed_by,
    proposed_account, proposed_key, proposed_at)
  values (proposed.kind, proposed.channel, proposed.opens_at, proposed.closes_at, proposed.publish_at, proposed.reason,
    proposed.decided_by, proposed.based_on, trim(actor ->> 'name'), actor ->> 'id', actor ->> 'key', board.election_now())
  returning id into proposal;
  perform ops.record_audit(actor ->> 'id', actor ->> 'name', actor ->> 'role', 'schedule.propose', 'schedule/' || proposal,
    ops.schedule_times_before(proposed),
    ops.schedule_times(proposed.channel, proposed.opens_at, proposed.closes_at, proposed.publish_at)
      || jsonb_build_object('reason', proposed.reason, 'decidedBy', proposed.decided_by),
    actor ->> 'address');
end $$;

-- Why this person may not end the proposal so, or null.
create function ops.schedule_end_fault(proposed ops.schedule_proposal, outcome text, actor jsonb) returns text language plpgsql stable
security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_proposer constant boolean := proposed.proposed_key = actor ->> 'key' or coalesce(proposed.proposed_account = actor ->> 'id', false);
begin
  if proposed.id is null then
    return 'not_found';
  elsif proposed.state <> 'open' then
    return proposed.state;
  elsif outcome = 'withdrawn' then
    return case when not is_proposer then 'not_own' end;
  elsif is_proposer then
    return 'same_person';
  end if;
  return case when outcome = 'confirmed' then ops.schedule_fault(proposed) end;
end $$;

-- Ends a proposal: `confirmed` announces it at once, whole or not at all, whoever calls it and how many at once. Why not, or null and
-- the board's version.
create function ops.end_schedule_proposal(proposal integer, outcome text, note text, actor jsonb, out fault text, out version bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  proposed ops.schedule_proposal;
  announced constant timestamptz := date_trunc('milliseconds', board.election_now());
  made bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a change of the schedule needs read committed, for it must see the newest release';
  end if;
  select * into proposed from ops.schedule_proposal p where p.id = proposal;
  if session_user = 'saylau_counting' and proposed.kind <> 'publication' then
    raise exception 'the counting people move the publication only' using errcode = '42501';
  end if;
  -- Before any lock, so that nobody holds the gate who could change nothing.
  fault := ops.schedule_end_fault(proposed, outcome, actor);
  if fault is not null then
    return;
  end if;
  if outcome = 'confirmed' then
    -- In the order of the release, and before the announcements: whoever announces holds the version first.
    perform from sealed.gate for update;
    perform from board.version for update;
  end if;
  select * into proposed from ops.schedule_proposal p where p.id = proposal for update;
  fault := ops.schedule_end_fault(proposed, outcome, actor);
  if fault is not null then
    return;
  end if;
  if outcome = 'confirmed' and proposed.kind = 'window' then
    insert into board.window_change (channel, opens_at, closes_at, announced_at, reason, decided_by)
    select proposed.channel, proposed.opens_at, proposed.closes_at,
      -- A clock that stands still does not give two announcements one time.
      greatest(announced, w.announced_at + interval '1 millisecond'), proposed.reason, proposed.decided_by
    from ops.window_in_force w where w.channel = proposed.channel
    returning id into made;
  elsif outcome = 'confirmed' then
    insert into board.publication_change (publish_at, announced_at, reason, decided_by)
    values (proposed.publish_at,
      greatest(announced, (select p.announced_at + interval '1 millisecond' from ops.publication_in_force p)), proposed.reason,
      proposed.decided_by)
    returning id into made;
  end if;
  update ops.schedule_proposal p set state = outcome, ended_by = trim(actor ->> 'name'), ended_account = actor ->> 'id',
    ended_key = actor ->> 'key', ended_at = announced, end_note = note, announced_as = made
  where p.id = proposal;
  if made is not null then
    update board.version v set version = v.version + 1, schedule_version = v.version + 1 returning v.version into version;
    perform pg_notify('board_version', version::text);
  end if;
  perform ops.record_audit(actor ->> 'id', actor ->> 'name', actor ->> 'role',
    case outcome when 'confirmed' then 'schedule.confirm' when 'declined' then 'schedule.decline' else 'schedule.withdraw' end,
    'schedule/' || proposal, case when made is not null then ops.schedule_times_before(proposed) end,
    case when made is not null
      then ops.schedule_times(proposed.channel, proposed.opens_at, proposed.closes_at, proposed.publish_at)
        || jsonb_build_object('proposedBy', proposed.proposed_by)
      else jsonb_strip_nulls(jsonb_build_object('note', note)) end,
    actor ->> 'address');
end $$;

-- Whether a draft of results is sealed: then voting times stay as they are.
create function ops.is_count_sealed() returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$ select exists (select from sealed.edition where state = 'open') $$;

revoke execute on function ops.schedule_fault(ops.schedule_proposal), ops.schedule_times_before(ops.schedule_proposal),
  ops.schedule_times(text, timestamptz, timestamptz, timestamptz), ops.propose_schedule(jsonb, jsonb),
  ops.schedule_end_fault(ops.schedule_proposal, text, jsonb), ops.end_schedule_proposal(integer, text, text, jsonb),
  ops.is_count_sealed() from public;
grant usage on schema ops to saylau_counting;
grant select on ops.schedule_proposal, ops.publication_in_force to saylau_web, saylau_counting;
grant execute on function ops.propose_schedule(jsonb, jsonb), ops.end_schedule_proposal(integer, text, text, jsonb)
  to saylau_web, saylau_counting;
grant execute on function ops.is_count_sealed() to saylau_web;
