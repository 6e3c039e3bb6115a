create schema board;

-- What the package says of the election; one row.
create table board.election (
  only_row boolean primary key default true check (only_row),
  id text not null,
  is_test boolean not null,
  names jsonb not null,
  time_zone text not null,
  electorate text not null,
  channels text[] not null,
  phases jsonb not null,
  contacts jsonb not null,
  notes jsonb
);
create table board.unit (
  code text primary key,
  parent_code text references board.unit (code),
  level text not null check (level in ('country', 'region', 'district')),
  iso text,
  names jsonb not null,
  tile_column integer,
  tile_row integer,
  position integer not null,
  eligible integer not null default 0 check (eligible >= 0),
  special_list integer not null default 0 check (special_list >= 0)
);
create table board.contest (
  id text primary key,
  unit_code text not null references board.unit (code),
  names jsonb not null,
  seats integer not null check (seats > 0),
  votes_allowed integer not null check (votes_allowed > 0)
);
-- Announcements, never edited: the latest of a channel is in force.
create table board.window_change (
  id bigint generated always as identity primary key,
  channel text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  announced_at timestamptz not null,
  reason jsonb,
  decided_by jsonb not null,
  unique (channel, announced_at)
);
create table board.publication_change (
  id bigint generated always as identity primary key,
  publish_at timestamptz not null,
  announced_at timestamptz not null unique,
  reason jsonb,
  decided_by jsonb not null
);

create table board.clock (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('live', 'rehearsal')),
  origin_real timestamptz not null default now(),
  origin_election timestamptz not null default now(),
  speed double precision not null default 1 check (speed >= 0)
);
create function board.election_now() returns timestamptz language sql volatile as $$
  select coalesce(
    (select origin_election + (clock_timestamp() - origin_real) * speed from board.clock where mode = 'rehearsal'),
    clock_timestamp())
$$;

-- One number over everything published.
create table board.version (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  as_of timestamptz,
  schedule_version bigint not null default 0
);
insert into board.version (version) values (0);

create table board.checkpoint (
  source text primary key,
  -- What was folded: every event visible in it, once.
  snapshot pg_snapshot not null,
  -- The cluster the snapshot is of; in another one transaction numbers mean nothing.
  system_identifier bigint not null,
  checked_at timestamptz not null,
  fold_ms double precision not null default 0,
  folded_events bigint not null default 0
) with (fillfactor = 50);

-- The ledger, equal to the vote database voter for voter, and beside it what is shown: the same, or the last good value.
create table board.turnout (
  district_code text not null,
  channel text not null,
  authorized bigint not null,
  refused bigint not null,
  voted bigint not null,
  shown_authorized bigint not null default 0,
  shown_refused bigint not null default 0,
  shown_voted bigint not null default 0,
  version bigint not null,
  primary key (district_code, channel)
) with (fillfactor = 50);
-- Serves live: rows changed since the version it told last.
create index turnout_version on board.turnout (version);

create table board.turnout_refusal (
  district_code text not null,
  channel text not null,
  reason text not null,
  refused bigint not null,
  shown_refused bigint not null default 0,
  primary key (district_code, channel, reason)
) with (fillfactor = 50);

-- Movements a minute of a unit of any level, so that no curve is summed over districts when it is read.
create table board.turnout_minute (
  unit_code text not null,
  minute timestamptz not null,
  channel text not null,
  authorized bigint not null,
  refused bigint not null,
  voted bigint not null,
  primary key (unit_code, minute, channel)
) with (fillfactor = 80);

create table board.turnout_correction (
  id bigint generated always as identity primary key,
  -- The vote database's own number; none where a rebuild found the fall.
  source_id bigint unique,
  version bigint not null,
  district_code text not null,
  channel text not null,
  authorized_before bigint not null,
  authorized_after bigint not null,
  voted_before bigint not null,
  voted_after bigint not null,
  reason text not null,
  decided_by text not null,
  occurred_at timestamptz not null
);

create table board.quarantine (
  id bigint generated always as identity primary key,
  district_code text not null,
  rule text not null,
  since timestamptz not null,
  since_version bigint not null,
  lifted_at timestamptz
);
create unique index quarantine_open on board.quarantine (district_code) where lifted_at is null;

create table board.rebuild (
  id bigint generated always as identity primary key,
  version bigint not null,
  reason text not null,
  decided_by text not null,
  rebuilt_at timestamptz not null default clock_timestamp()
);

-- The invariants of a district; the first that fails is named.
create view board.turnout_fault as
select t.district_code,
  case
    when u.code is null then 'unknown_district'
    when t.least < 0 then 'negative_figure'
    when t.voted > u.eligible + u.special_list then 'voted_exceeds_electorate'
    when t.authorized > u.eligible + u.special_list then 'authorized_exceeds_electorate'
    when t.online_voted > t.authorized then 'online_voted_exceeds_authorized'
  end as rule,
  t.version
from (
  select district_code, sum(voted) as voted, sum(authorized) as authorized, max(version) as version,
    coalesce(sum(voted) filter (where channel = 'online'), 0) as online_voted,
    min(least(authorized, refused, voted)) as least
  from board.turnout group by district_code
) t
left join board.unit u on u.code = t.district_code and u.level = 'district';

grant usage on schema board to saylau_aggregator, saylau_live, saylau_web;
grant select on all tables in schema board to saylau_aggregator, saylau_live, saylau_web;
grant insert, update on board.version, board.checkpoint, board.turnout, board.turnout_refusal, board.turnout_minute,
  board.turnout_correction, board.quarantine to saylau_aggregator;
