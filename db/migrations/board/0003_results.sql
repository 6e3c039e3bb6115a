-- What is counted and not yet public. Nobody but the counting people reads it; the release copies it out (published.release_due).
create schema sealed;
create table sealed.edition (
  id bigint generated always as identity primary key,
  -- The number it gets when it is released; a draft that was replaced or objected to leaves its number to the next.
  number integer not null check (number > 0),
  source text not null check (source in ('tally', 'protocols', 'retraction')),
  reason jsonb,
  sealed_by text not null,
  sealed_at timestamptz not null,
  -- SHA-256 of its manifest, hex: what people approve.
  manifest_hash text not null,
  -- False once another draft has taken its place.
  open boolean not null default true
);
create unique index edition_open on sealed.edition (open) where open;

-- Padded to whole 16 kB and never compressed: how much a table takes on disk, which any role can ask, tells nothing of its figures.
create table sealed.file (
  edition_id bigint not null references sealed.edition (id),
  path text not null,
  media_type text not null,
  sha256 bytea not null,
  size integer not null,
  gzip_size integer,
  br_size integer,
  bytes bytea not null,
  gzip bytea,
  br bytea,
  primary key (edition_id, path)
);
alter table sealed.file alter column bytes set storage external;
alter table sealed.file alter column gzip set storage external;
alter table sealed.file alter column br set storage external;
create function sealed.pad(content bytea) returns bytea language sql immutable as $$
  select content || decode(repeat('00', (16384 - length(content) % 16384) % 16384), 'hex')
$$;

create table sealed.candidacy (
  edition_id bigint not null references sealed.edition (id),
  id text not null,
  votes integer,
  rank integer,
  outcome text,
  primary key (edition_id, id)
);
create table sealed.verdict (
  id bigint generated always as identity primary key,
  edition_id bigint not null references sealed.edition (id),
  person text not null,
  verdict text not null check (verdict in ('approved', 'objected')),
  reason text check (verdict = 'approved' or length(trim(reason)) > 0),
  given_at timestamptz not null
);
-- Nobody gives two verdicts on one edition, whichever way the name is written.
create unique index verdict_once on sealed.verdict (edition_id, lower(trim(person)));
create table sealed.lot (
  contest_id text primary key references board.contest (id),
  draw_order text[] not null check (cardinality(draw_order) >= 2),
  drawn_by text not null check (length(trim(drawn_by)) > 0),
  drawn_at timestamptz not null,
  recorded_by text not null
);
-- Contests that people took back; released again when the row is lifted.
create table sealed.retraction (
  contest_id text primary key references board.contest (id),
  reason jsonb not null,
  decided_by text not null
);
-- Moving the publication needs a reason and a second person.
create table sealed.publication_proposal (
  id bigint generated always as identity primary key,
  publish_at timestamptz not null,
  reason jsonb not null,
  decided_by jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  confirmed_by text check (lower(trim(confirmed_by)) <> lower(trim(proposed_by))),
  confirmed_at timestamptz
);

create schema published;
create table published.edition (
  number integer primary key,
  -- The board's version that its release made; none for the zero feed.
  version bigint,
  sealed_at timestamptz not null,
  released_at timestamptz,
  manifest_hash text not null,
  reason jsonb,
  approved_by text[] not null
);
create table published.file (
  edition integer not null references published.edition (number),
  path text not null,
  media_type text not null,
  sha256 bytea not null,
  bytes bytea not null,
  gzip bytea,
  br bytea,
  primary key (edition, path)
);
-- They are compressed already.
alter table published.file alter column gzip set storage external;
alter table published.file alter column br set storage external;
-- Of the newest edition: the figures beside board.candidacy, for the search.
create table published.candidacy (id text primary key, votes integer, rank integer, outcome text);
-- The keys that bundles are signed with, so that a reader can know them before the release.
create table published.signing_key (
  id text primary key,
  public_key_pem text not null,
  added_at timestamptz not null default clock_timestamp()
);

-- The draft that may be released now: approved by two people, objected to by none, and its time has come.
create view sealed.due as
select e.id, e.number from sealed.edition e
where e.open
  and not exists (select from published.edition p where p.number >= e.number)
  and (select count(distinct lower(trim(v.person))) from sealed.verdict v where v.edition_id = e.id and v.verdict = 'approved') >= 2
  and not exists (select from sealed.verdict v where v.edition_id = e.id and v.verdict = 'objected')
  and board.election_now() >= (select publish_at from board.publication_change order by announced_at desc, id desc limit 1);

-- Releases what is due, whole or not at all and only once, whoever calls it and how many at once; returns the board's new version.
create function published.release_due() returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  draft record;
  new_version bigint;
begin
  if not exists (select from sealed.due) then
    return null;
  end if;
  -- Verdicts and drafts wait here (sealed.lock_edition), and so does another aggregator.
  perform pg_advisory_xact_lock(hashtext('saylau.release'));
  select id, number into draft from sealed.due;
  if not found then
    return null;
  end if;
  insert into published.edition (number, version, sealed_at, released_at, manifest_hash, reason, approved_by)
  select number, null, sealed_at, board.election_now(), manifest_hash, reason,
    array(select person from sealed.verdict v where v.edition_id = e.id order by v.id)
  from sealed.edition e where e.id = draft.id;
  insert into published.file (edition, path, media_type, sha256, bytes, gzip, br)
  select draft.number, path, media_type, sha256, substr(bytes, 1, size), substr(gzip, 1, gzip_size), substr(br, 1, br_size)
  from sealed.file where edition_id = draft.id;
  delete from published.candidacy;
  insert into published.candidacy (id, votes, rank, outcome)
  select id, votes, rank, outcome from sealed.candidacy where edition_id = draft.id;
  -- Last: the fold waits for this row.
  update board.version set version = version + 1 returning version into new_version;
  update published.edition set version = new_version where number = draft.number;
  perform pg_notify('board_version', new_version::text);
  return new_version;
end $$;

-- Puts a proposed publication time into force; the second person confirms it. Returns the board's new version.
create function sealed.confirm_publication(proposal bigint, person text) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  new_version bigint;
  proposed record;
begin
  perform pg_advisory_xact_lock(hashtext('saylau.release'));
  update sealed.publication_proposal p set confirmed_by = person, confirmed_at = board.election_now()
  where p.id = proposal and p.confirmed_at is null and length(trim(person)) > 0
    and p.publish_at > board.election_now() and not exists (select from published.edition where number > 0)
  returning * into proposed;
  if not found then
    return null;
  end if;
  insert into board.publication_change (publish_at, announced_at, reason, decided_by)
  values (proposed.publish_at, proposed.confirmed_at, proposed.reason, proposed.decided_by);
  update board.version set version = version + 1, schedule_version = version + 1 returning version into new_version;
  perform pg_notify('board_version', new_version::text);
  return new_version;
end $$;

revoke execute on all functions in schema sealed, published from public;
grant usage on schema published to saylau_aggregator, saylau_live, saylau_web, saylau_counting;
grant select on all tables in schema published to saylau_live, saylau_web, saylau_counting;
grant execute on function published.release_due() to saylau_aggregator;

grant usage on schema sealed to saylau_counting;
grant select, insert on all tables in schema sealed to saylau_counting;
grant update (open) on sealed.edition to saylau_counting;
grant update, delete on sealed.lot, sealed.retraction to saylau_counting;
grant execute on function sealed.pad(bytea), sealed.confirm_publication(bigint, text) to saylau_counting;
grant insert, update, delete on published.signing_key to saylau_counting;
-- The zero feed holds no figures: the counting people put it out without a release, and nothing else.
grant insert, update, delete on published.edition, published.file to saylau_counting;
alter table published.edition enable row level security;
alter table published.file enable row level security;
create policy read_all on published.edition for select using (true);
create policy read_all on published.file for select using (true);
create policy write_zero_feed on published.edition to saylau_counting using (number = 0) with check (number = 0);
create policy write_zero_feed on published.file to saylau_counting using (edition = 0) with check (edition = 0);
