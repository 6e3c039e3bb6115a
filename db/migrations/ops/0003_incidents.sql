-- Technical incidents, from the first report to the resolution. Times are election time.
-- The version at which anything public of them last changed.
alter table board.version add column ops_version bigint not null default 0;

-- Unit codes are no foreign keys: a load empties the units and this together.
create table ops.incident (
  number integer generated always as identity primary key,
  -- Grows with every change; who changes says which one was seen.
  row_version integer not null default 1,
  category text not null check (category in
    ('authorization', 'sms_codes', 'web_site', 'app', 'station_equipment', 'connectivity', 'paper')),
  severity text not null check (severity in ('critical', 'major', 'minor')),
  state text not null default 'investigating' check (state in ('investigating', 'identified', 'monitoring', 'resolved')),
  title jsonb not null,
  -- Empty: the whole country.
  unit_codes text[] not null default '{}',
  -- Whose it is: the region and the district that hold every unit, none where there is no such one.
  region_code text,
  district_code text,
  is_public boolean not null,
  source text not null check (source in ('person', 'key', 'alertmanager', 'detector', 'package')),
  -- What reports it again means the same incident, while that is open.
  fingerprint text,
  -- Which occurrence of the fingerprint it is of: an alert keeps its start as long as it fires.
  episode text,
  evidence jsonb,
  opened_at timestamptz not null default board.election_now(),
  opened_by text not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_name text,
  assignee_id text,
  assignee_name text,
  resolved_at timestamptz,
  outcome text check (outcome in ('fixed', 'ended', 'false_alarm', 'duplicate')),
  duplicate_of integer references ops.incident (number) check (duplicate_of <> number),
  -- What found it says nothing more of this fingerprint until then.
  silenced_until timestamptz,
  changed_at timestamptz not null default board.election_now(),
  changed_by text not null,
  check ((state = 'resolved') = (resolved_at is not null)),
  check ((state = 'resolved') = (outcome is not null)),
  check ((outcome is not distinct from 'duplicate') = (duplicate_of is not null)),
  check ((acknowledged_at is null) = (acknowledged_name is null)),
  check (source <> 'detector' or fingerprint is not null)
);
create unique index incident_fingerprint on ops.incident (fingerprint) where state <> 'resolved';
-- Serves the lists: what is open, and the history of a day.
create index incident_open on ops.incident (opened_at) where state <> 'resolved';
create index incident_history on ops.incident (opened_at desc);
create index incident_episode on ops.incident (fingerprint, opened_at desc) where fingerprint is not null;

create table ops.incident_update (
  id bigint generated always as identity primary key,
  number integer not null references ops.incident (number),
  at timestamptz not null default board.election_now(),
  kind text not null check (kind in
    ('opened', 'note', 'state', 'acknowledged', 'assigned', 'linked', 'published', 'duplicate', 'false_alarm', 'evidence')),
  state text not null check (state in ('investigating', 'identified', 'monitoring', 'resolved')),
  text jsonb,
  is_public boolean not null,
  person_id text,
  person_name text not null
);
create index incident_update_number on ops.incident_update (number, id);

-- Both ways in one row.
create table ops.incident_link (
  first integer not null references ops.incident (number),
  second integer not null references ops.incident (number),
  primary key (first, second),
  check (first < second)
);

-- What a program reports with. Only the digest of its secret is kept.
create table ops.intake_key (
  id integer generated always as identity primary key,
  name text not null check (length(trim(name)) between 1 and 80),
  digest bytea not null unique check (length(digest) = 32),
  -- None: the whole country.
  region_code text,
  created_at timestamptz not null default clock_timestamp(),
  created_by text not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
-- The answer that a replayed request gets again.
create table ops.intake_answer (
  key_id integer not null references ops.intake_key (id),
  idempotency_key text not null,
  request_digest bytea not null,
  answer jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (key_id, idempotency_key)
);

-- When the board's own detectors speak up; one row a limit.
create table ops.detector_limit (
  detector text not null check (detector in ('feed_lag', 'no_votes', 'authorized_voted_gap', 'refusal_surge')),
  name text not null,
  value double precision not null check (value >= 0),
  meaning text not null,
  primary key (detector, name)
);
insert into ops.detector_limit (detector, name, value, meaning) values
  ('feed_lag', 'open_seconds', 30, 'opens once the vote database was not read for so long (real time)'),
  ('feed_lag', 'close_seconds', 5, 'ends once it was read no longer ago than this (real time)'),
  ('no_votes', 'gap_minutes', 15, 'opens after so many minutes without a vote in a region'),
  ('no_votes', 'expected', 20, 'only where so many votes were to be expected in them, by the hour before'),
  ('no_votes', 'close_votes', 3, 'ends with so many votes in the last five minutes, or when the window closes'),
  ('authorized_voted_gap', 'minutes', 30, 'the minutes that are judged'),
  ('authorized_voted_gap', 'authorized', 150, 'only where so many were authorized in them'),
  ('authorized_voted_gap', 'open_share', 0.4, 'opens where fewer than this part of those expected by the three hours before voted'),
  ('authorized_voted_gap', 'close_share', 0.75, 'ends where this part of those expected voted'),
  ('refusal_surge', 'minutes', 10, 'the minutes that are judged'),
  ('refusal_surge', 'refused', 100, 'only where so many were refused for one reason in them'),
  ('refusal_surge', 'open_times', 4, 'opens where that is so many times the mean of the hour before'),
  ('refusal_surge', 'close_times', 1.5, 'ends where it is less than so many times the mean that it opened with'),
  ('feed_lag', 'quiet_minutes', 1, 'says nothing so long after its last incident ended'),
  ('no_votes', 'quiet_minutes', 30, 'says nothing of a region so long after its last incident there ended'),
  ('authorized_voted_gap', 'quiet_minutes', 30, 'says nothing of a region so long after its last incident there ended'),
  ('refusal_surge', 'quiet_minutes', 30, 'says nothing of a reason so long after its last incident ended');

-- Refusals by reason have no minutes on the board: what the detectors read at each look.
create table ops.refusal_sample (
  at timestamptz not null,
  region_code text not null,
  reason text not null,
  refused bigint not null,
  primary key (at, region_code, reason)
);

-- What everybody may read: by column, so that a new one is hidden until it is named here.
create view ops.public_incident as
select number, category, severity, state, title, unit_codes, opened_at, resolved_at,
  outcome is not distinct from 'false_alarm' as is_false_alarm,
  (select d.number from ops.incident d where d.number = i.duplicate_of and d.is_public) as duplicate_of
from ops.incident i where is_public;
create view ops.public_update as
select u.id, u.number, u.at, u.state, u.text
from ops.incident_update u join ops.incident i using (number) where u.is_public and i.is_public;

-- Whoever changes something public says so to all; holds the version's row until the transaction ends.
create function ops.tell_public() returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  new_version bigint;
begin
  update board.version set version = version + 1, ops_version = version + 1 returning version into new_version;
  perform pg_notify('board_version', new_version::text);
  return new_version;
end $$;

do $$ begin
  if not exists (select from pg_roles where rolname = 'saylau_detector') then
    create role saylau_detector nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

revoke execute on function ops.tell_public() from public;
grant execute on function ops.tell_public() to saylau_web, saylau_detector;
grant usage on schema ops to saylau_live, saylau_detector;
grant select on ops.public_incident, ops.public_update to saylau_live, saylau_web;
grant select, insert, update on ops.incident, ops.intake_key, ops.intake_answer to saylau_web;
grant select, insert on ops.incident_update, ops.incident_link to saylau_web;
grant select on ops.detector_limit to saylau_web, saylau_detector;
grant update (value) on ops.detector_limit to saylau_web;

-- The detectors read figures and keep their own incidents, no others.
grant usage on schema board to saylau_detector;
grant select on board.version, board.checkpoint, board.clock, board.unit, board.window_change, board.turnout, board.turnout_refusal,
  board.turnout_minute to saylau_detector;
grant select, insert, update on ops.incident to saylau_detector;
grant insert on ops.incident_update to saylau_detector;
grant select, insert, delete on ops.refusal_sample to saylau_detector;
grant execute on function ops.record_audit(text, text, text, text, text, jsonb, jsonb, text) to saylau_detector;
alter table ops.incident enable row level security;
create policy staff on ops.incident to saylau_web using (true) with check (true);
create policy detectors on ops.incident to saylau_detector using (source = 'detector') with check (source = 'detector');
