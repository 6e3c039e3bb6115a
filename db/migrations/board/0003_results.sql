-- What is counted and not yet public. Nobody but the counting people reads it; the release copies it out (published.release_due).
-- Any role may ask how large a table is and how many rows were ever written to it. So there is one table for all bytes, written in a
-- random order and padded, and one for all that people decide (decision 0009).
create schema sealed;

-- Who changes what may be released holds this row: no other role can, as it could an advisory lock.
create table sealed.gate (only_row boolean primary key default true check (only_row));
insert into sealed.gate default values;

create table sealed.edition (
  id bigint generated always as identity primary key,
  -- The number it gets when it is released; a draft that was replaced or objected to leaves its number to the next.
  number integer not null check (number > 0),
  source text not null check (source in ('tally', 'protocols', 'retraction')),
  reason jsonb check (number = 1 or reason is not null),
  sealed_by text not null check (length(trim(sealed_by)) > 0),
  sealed_at timestamptz not null,
  -- SHA-256 of its manifest, hex: what people approve.
  manifest_hash text not null check (manifest_hash ~ '^[0-9a-f]{64}$'),
  -- The newest of the acts that it was counted with.
  last_act bigint not null,
  -- Only sealed.open_draft and the release move it on. Once it is open, nobody changes its files.
  state text not null default 'writing' check (state in ('writing', 'open', 'replaced', 'released')),
  unique (id, manifest_hash)
);
create unique index edition_open on sealed.edition (state) where state = 'open';

create table sealed.file (
  edition_id bigint not null references sealed.edition (id),
  -- `candidacies` are the rows of published.candidacy, as JSON; `padding` makes every edition of an election as large as the next.
  kind text not null check (kind in ('file', 'candidacies', 'padding')),
  path text not null,
  media_type text not null,
  sha256 bytea not null,
  size integer not null,
  -- 0 where it has none.
  gzip_size integer not null,
  br_size integer not null,
  -- The bytes, then gzip, then br, then padding.
  content bytea not null,
  primary key (edition_id, kind, path)
);
alter table sealed.file alter column content set storage external;

-- One page of TOAST: four chunks of 1996 bytes.
create function sealed.unit() returns integer language sql immutable as $$ select 7984 $$;
create function sealed.pad(content bytea) returns bytea language sql immutable as $$
  select content || repeat('0', (-length(content)) % sealed.unit() + sealed.unit())::bytea
$$;

-- Every act of the counting people, never edited. A lot counts until it is void or drawn anew, a retraction until it is lifted.
create table sealed.act (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('approved', 'objected', 'lot', 'lot_void', 'retracted', 'lifted')),
  edition_id bigint,
  manifest_hash text,
  contest_id text references board.contest (id),
  person text not null check (length(trim(person)) > 0),
  -- The name in one spelling: two people are two of these.
  person_key text not null check (length(person_key) > 0),
  at timestamptz not null default board.election_now(),
  -- JSON, padded.
  body bytea not null,
  -- A verdict names the draft by its hash.
  foreign key (edition_id, manifest_hash) references sealed.edition (id, manifest_hash) match full,
  check ((kind in ('approved', 'objected')) = (edition_id is not null)),
  check ((edition_id is null) = (contest_id is not null))
);
alter table sealed.act alter column body set storage external;
create unique index act_verdict on sealed.act (edition_id, kind, person_key) where edition_id is not null;
create function sealed.read_body(body bytea) returns jsonb language sql immutable as $$
  select rtrim(convert_from(body, 'UTF8'), '0')::jsonb
$$;

create table sealed.publication_proposal (
  id bigint generated always as identity primary key,
  publish_at timestamptz not null,
  reason jsonb not null,
  decided_by jsonb not null,
  proposed_by text not null check (length(trim(proposed_by)) > 0),
  proposed_key text not null check (length(proposed_key) > 0),
  proposed_at timestamptz not null default board.election_now(),
  confirmed_by text,
  confirmed_key text check (confirmed_key <> proposed_key),
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
  approved_by text[] not null,
  check (number > 0 or (version is null and released_at is null))
);
create table published.file (
  edition integer not null references published.edition (number),
  path text not null,
  media_type text not null,
  sha256 bytea not null,
  -- Of the plain bytes, whose hash sha256 is.
  size integer not null,
  -- Plain only where gzip is not kept: the release copies a quarter of the bytes, and the moment is when everybody waits.
  bytes bytea,
  gzip bytea,
  br bytea,
  primary key (edition, path),
  check (num_nonnulls(bytes, gzip) > 0)
);
-- Compressing would cost the release a second; gzip and br are compressed already.
alter table published.file alter column bytes set storage external;
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

-- The draft that may be released now: approved by two people, objected to by none, next in number, no lot drawn and nothing
-- taken back since it was counted, and its time has come.
create view sealed.due as
select e.id, e.number from sealed.edition e
where e.state = 'open'
  and e.number = 1 + (select coalesce(max(number), 0) from published.edition)
  and (select count(distinct person_key) from sealed.act a where a.edition_id = e.id and a.kind = 'approved') >= 2
  and not exists (select from sealed.act a where a.edition_id = e.id and a.kind = 'objected')
  and not exists (select from sealed.act a where a.contest_id is not null and a.id > e.last_act)
  and board.election_now() >= (select publish_at from board.publication_change order by announced_at desc, id desc limit 1);

create function published.is_due() returns boolean language sql volatile security definer
set search_path = pg_catalog, pg_temp as $$ select exists (select from sealed.due) $$;

-- Releases what is due, whole or not at all and only once, whoever calls it and how many at once; returns the board's new
-- version, or null when nothing is due.
create function published.release_due() returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  draft record;
  new_version bigint;
  failed_in text;
begin
  -- In an older snapshot an objection could be missing that was made since.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the release needs read committed, for it must see the newest objection';
  end if;
  begin
    perform from sealed.gate for update;
    select id, number into draft from sealed.due;
    if not found then
      return null;
    end if;
    insert into published.edition (number, sealed_at, released_at, manifest_hash, reason, approved_by)
    select number, sealed_at, board.election_now(), manifest_hash, reason,
      array(select person from sealed.act a where a.edition_id = e.id and a.kind = 'approved' order by a.id)
    from sealed.edition e where e.id = draft.id;
    insert into published.file (edition, path, media_type, sha256, size, bytes, gzip, br)
    select draft.number, path, media_type, sha256, size, case when gzip_size = 0 then substr(content, 1, size) end,
      case when gzip_size > 0 then substr(content, size + 1, gzip_size) end,
      case when br_size > 0 then substr(content, size + gzip_size + 1, br_size) end
    from sealed.file where edition_id = draft.id and kind = 'file';
    delete from published.candidacy;
    insert into published.candidacy (id, votes, rank, outcome)
    select c.id, c.votes, c.rank, c.outcome
    from sealed.file f, jsonb_to_recordset(convert_from(substr(f.content, 1, f.size), 'UTF8')::jsonb)
      as c (id text, votes integer, rank integer, outcome text)
    where f.edition_id = draft.id and f.kind = 'candidacies';
    update sealed.edition set state = 'released' where id = draft.id;
    -- Last: the fold waits for this row.
    update board.version set version = version + 1 returning version into new_version;
    update published.edition set version = new_version where number = draft.number;
    perform pg_notify('board_version', new_version::text);
    return new_version;
  exception when others then
    -- What PostgreSQL says of a row that it refuses shows the row; the caller's log is not a place for it.
    get stacked diagnostics failed_in = table_name;
    raise exception 'the release failed at %', coalesce(nullif(failed_in, ''), 'a statement') using errcode = sqlstate;
  end;
end $$;

-- Makes a draft whose files are written the one that people approve, in the place of the one before. Returns why it cannot, or null.
create function sealed.open_draft(draft bigint) returns text language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  sealed_edition sealed.edition;
  broken text;
begin
  select * into sealed_edition from sealed.edition e where e.id = draft and e.state = 'writing';
  if not found then
    return 'the draft is not being written';
  end if;
  with manifest as (
    select match[1] as sha256, match[2] as path
    from sealed.file f,
      regexp_matches(convert_from(substr(f.content, 1, f.size), 'UTF8'), '^([0-9a-f]{64})  ([^\n]+)$', 'gn') as match
    where f.edition_id = draft and f.kind = 'file' and f.path = 'manifest.sha256'
      and encode(sha256(substr(f.content, 1, f.size)), 'hex') = sealed_edition.manifest_hash
  )
  select coalesce(m.path, f.path) into broken
  from manifest m full join (
    select path, encode(sha256(substr(content, 1, size)), 'hex') as sha256, encode(sha256, 'hex') as said
    from sealed.file where edition_id = draft and kind = 'file'
  ) f on f.path = m.path
  where (select count(*) from manifest) = 0 or f.sha256 is null or f.sha256 <> f.said
    or (m.sha256 is null and f.path not in ('manifest.sha256', 'manifest.sig', 'public-key.pem', 'bundle.zip'))
    or m.sha256 <> f.sha256
  limit 1;
  if found then
    return format('%s is not what the manifest says', broken);
  end if;
  perform from sealed.gate for update;
  if sealed_edition.number <> 1 + (select coalesce(max(number), 0) from published.edition) then
    return format('edition %s was released meanwhile: count again', sealed_edition.number);
  end if;
  update sealed.edition set state = 'replaced' where state = 'open';
  update sealed.edition set state = 'open' where id = draft;
  -- Files of the others are nowhere needed: they are public, or nobody will approve them.
  delete from sealed.file where edition_id <> draft;
  return null;
end $$;

-- Puts a proposed publication time into force; a second person confirms it. Returns the board's new version, or null where the
-- proposal is not open, its time has passed, the time in force was moved since, or the results are public.
create function sealed.confirm_publication(proposal bigint, person text, key text) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  new_version bigint;
  proposed record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'moving the publication needs read committed, for it must see the newest release';
  end if;
  perform from sealed.gate for update;
  update sealed.publication_proposal p set confirmed_by = person, confirmed_key = key, confirmed_at = board.election_now()
  where p.id = proposal and p.confirmed_at is null and length(trim(person)) > 0 and length(key) > 0
    and p.publish_at > board.election_now()
    and not exists (select from board.publication_change c where c.announced_at > p.proposed_at)
    and not exists (select from published.edition where number > 0)
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
grant execute on function published.is_due(), published.release_due() to saylau_aggregator;

grant usage on schema sealed to saylau_counting;
grant select on all tables in schema sealed to saylau_counting;
grant update on sealed.gate to saylau_counting;
grant insert (number, source, reason, sealed_by, sealed_at, manifest_hash, last_act) on sealed.edition to saylau_counting;
grant insert on sealed.file, sealed.act to saylau_counting;
grant insert (publish_at, reason, decided_by, proposed_by, proposed_key) on sealed.publication_proposal to saylau_counting;
grant execute on function sealed.unit(), sealed.pad(bytea), sealed.read_body(bytea), sealed.open_draft(bigint),
  sealed.confirm_publication(bigint, text, text) to saylau_counting;
alter table sealed.file enable row level security;
create policy read_all on sealed.file for select using (true);
create policy write_unopened on sealed.file for insert to saylau_counting
  with check (exists (select from sealed.edition e where e.id = edition_id and e.state = 'writing'));
alter table sealed.act enable row level security;
create policy read_all on sealed.act for select using (true);
create policy judge_open on sealed.act for insert to saylau_counting
  with check (edition_id is null or exists (select from sealed.edition e where e.id = edition_id and e.state = 'open'));

grant insert, update, delete on published.signing_key to saylau_counting;
-- The zero feed holds no figures: the counting people put it out without a release, and nothing else.
grant insert, update, delete on published.edition, published.file to saylau_counting;
alter table published.edition enable row level security;
alter table published.file enable row level security;
create policy read_all on published.edition for select using (true);
create policy read_all on published.file for select using (true);
create policy write_zero_feed on published.edition to saylau_counting using (number = 0) with check (number = 0);
create policy write_zero_feed on published.file to saylau_counting using (edition = 0) with check (edition = 0);
