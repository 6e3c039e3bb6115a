-- Other servers that are told what is public as soon as it changes, by signed messages (docs/api.md). Times are real time: they are
-- of the sending, not of the election.
create table ops.webhook (
  id integer generated always as identity primary key,
  url text not null check (length(url) <= 500),
  events text[] not null check (cardinality(events) > 0),
  created_at timestamptz not null default clock_timestamp(),
  created_by text not null,
  -- While it is off nothing is kept for it and nothing is sent.
  off_at timestamptz,
  off_by text,
  off_reason text check (off_reason in ('person', 'gone', 'failing')),
  removed_at timestamptz,
  last_success_at timestamptz,
  -- The first failure since the last success.
  failing_since timestamptz,
  -- The receiver asked to be left alone until then.
  not_before timestamptz,
  -- Which sender is at it, and until when others leave it alone.
  lease uuid,
  lease_until timestamptz,
  check ((off_at is null) = (off_reason is null) and (off_at is null) = (off_by is null))
);
create unique index webhook_url on ops.webhook (url) where removed_at is null;

-- The web makes them and cannot read them back; only the sender can.
create table ops.webhook_secret (
  id bigint generated always as identity primary key,
  webhook_id integer not null references ops.webhook (id),
  secret text not null check (secret ~ '^whsec_[A-Za-z0-9+/]{43}=$'),
  created_at timestamptz not null default clock_timestamp(),
  -- Replaced by a newer one, and still signed with until then.
  expires_at timestamptz
);
create index webhook_secret_of on ops.webhook_secret (webhook_id);

-- One row a public change, or a test; the body is the bytes that are signed and sent.
create table ops.webhook_event (
  id bigint generated always as identity primary key,
  message_id text not null unique default 'msg_' || replace(gen_random_uuid()::text, '-', ''),
  type text not null check (type in ('ping', 'incident.opened', 'incident.updated', 'incident.resolved', 'violations.counts_changed',
    'schedule.changed', 'results.released', 'results.corrected')),
  body text not null,
  at timestamptz not null default clock_timestamp()
);

create table ops.webhook_delivery (
  id bigint generated always as identity primary key,
  webhook_id integer not null references ops.webhook (id),
  event_id bigint not null references ops.webhook_event (id),
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed', 'cancelled')),
  -- Since it was last asked for; the log below has all.
  attempts integer not null default 0,
  next_attempt_at timestamptz default clock_timestamp(),
  unique (webhook_id, event_id),
  check ((state = 'pending') = (next_attempt_at is not null))
);
-- Serves the senders: what waits, in its order.
create index webhook_delivery_pending on ops.webhook_delivery (webhook_id, id) where state = 'pending';
-- Serves the log, newest first.
create index webhook_delivery_log on ops.webhook_delivery (webhook_id, id desc);

create table ops.webhook_attempt (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references ops.webhook_delivery (id),
  at timestamptz not null default clock_timestamp(),
  duration_ms integer not null,
  -- None where there was no answer; then `error` says why.
  status integer,
  error text check (length(error) <= 300),
  -- The first printable characters of the answer.
  excerpt text check (length(excerpt) <= 200)
);
create index webhook_attempt_of on ops.webhook_attempt (delivery_id, id desc);

-- What of the public changes was told, or was there before anybody was to be told. They are only ever added to, so that a row here
-- stands for one change for good.
create table ops.webhook_seen (
  kind text not null check (kind in ('incident', 'update', 'window', 'publication', 'edition')),
  id bigint not null,
  primary key (kind, id)
);

-- How far the public changes are told. Whoever looks for new ones holds the row.
create table ops.webhook_outbox (
  only_row boolean primary key default true check (only_row),
  -- False from a load until somebody is to be told: what is played in before is history.
  began boolean not null default false,
  ops_version bigint not null default -1,
  schedule_version bigint not null default -1,
  edition integer not null default -1,
  -- The counts of violations that were told last, and when; they are told at most once a minute.
  counts text,
  counts_at timestamptz,
  counts_wait boolean not null default false
);
insert into ops.webhook_outbox default values;

-- From now on public changes are told; those so far are history, and so are these counts. Once it has begun it changes nothing. It
-- holds the outbox until the transaction ends: two who make a webhook at once see each other's.
create function ops.begin_outbox(counts_so_far text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  perform from ops.webhook_outbox for update;
  update ops.webhook_outbox set began = true, counts = counts_so_far where not began;
  if not found then
    return;
  end if;
  insert into ops.webhook_seen (kind, id)
  select 'incident', number from ops.public_incident
  union all select 'update', id from ops.public_update
  union all select 'window', id from board.window_change
  union all select 'publication', id from board.publication_change
  union all select 'edition', number from published.edition where number > 0
  on conflict do nothing;
end $$;

-- When the turn of each waiting delivery comes. One that failed a few times holds those behind it back, so that they come in their
-- order; one that failed more often does not.
create view ops.webhook_waiting as
select d.webhook_id, d.id as delivery_id, greatest(d.next_attempt_at, w.not_before,
  max(d.next_attempt_at) filter (where d.attempts between 1 and 3) over (partition by d.webhook_id order by d.id)) as due_at
from ops.webhook_delivery d join ops.webhook w on w.id = d.webhook_id
where d.state = 'pending' and w.off_at is null and w.removed_at is null;

do $$ begin
  if not exists (select from pg_roles where rolname = 'saylau_notifier') then
    create role saylau_notifier nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

revoke execute on function ops.begin_outbox(text) from public;
grant execute on function ops.begin_outbox(text) to saylau_notifier, saylau_web;

grant usage on schema ops, board, published to saylau_notifier;
grant select on board.election, board.version, board.clock, board.window_change, board.publication_change, published.edition
  to saylau_notifier;
grant select on ops.public_incident, ops.public_update, ops.public_case_counts to saylau_notifier;
grant select on ops.webhook, ops.webhook_secret, ops.webhook_waiting, ops.webhook_event, ops.webhook_delivery, ops.webhook_attempt,
  ops.webhook_seen, ops.webhook_outbox to saylau_notifier;
grant update (off_at, off_by, off_reason, last_success_at, failing_since, not_before, lease, lease_until) on ops.webhook
  to saylau_notifier;
grant insert on ops.webhook_event, ops.webhook_delivery, ops.webhook_attempt, ops.webhook_seen to saylau_notifier;
grant update (state, attempts, next_attempt_at) on ops.webhook_delivery to saylau_notifier, saylau_web;
grant update (ops_version, schedule_version, edition, counts, counts_at, counts_wait) on ops.webhook_outbox to saylau_notifier;
grant execute on function ops.record_audit(text, text, text, text, text, jsonb, jsonb, text) to saylau_notifier;

grant select on ops.webhook, ops.webhook_waiting, ops.webhook_delivery, ops.webhook_attempt, ops.webhook_event to saylau_web;
grant insert (url, events, created_by) on ops.webhook to saylau_web;
grant update (off_at, off_by, off_reason, removed_at, failing_since, not_before) on ops.webhook to saylau_web;
grant select (id, webhook_id, created_at, expires_at), insert (webhook_id, secret), update (expires_at), delete on ops.webhook_secret
  to saylau_web;
grant insert on ops.webhook_event, ops.webhook_delivery to saylau_web;
-- The web asks for tests and makes up no news.
alter table ops.webhook_event enable row level security;
create policy read_all on ops.webhook_event for select using (true);
create policy tell on ops.webhook_event for insert to saylau_notifier with check (true);
create policy test on ops.webhook_event for insert to saylau_web with check (type = 'ping');
