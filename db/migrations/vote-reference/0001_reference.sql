-- The reference vote database: for rehearsals and as a contract, not a voting system (docs/security.md).
-- In a schema of its own, so that functions with a pinned search_path can name it.
create schema vote_crypto;
create extension if not exists pgcrypto with schema vote_crypto;

create table vote.clock (
  only_row boolean primary key default true check (only_row),
  mode text not null default 'live' check (mode in ('live', 'rehearsal')),
  origin_real timestamptz not null default now(),
  origin_election timestamptz not null default now(),
  speed double precision not null default 1 check (speed >= 0)
);
insert into vote.clock default values;
create function vote.election_now() returns timestamptz language sql volatile as $$
  select case when mode = 'live' then clock_timestamp()
    else origin_election + (clock_timestamp() - origin_real) * speed end from vote.clock
$$;

create table vote.district (code text primary key, region_code text not null, country_code text not null);
create table vote.contest (id text primary key, unit_code text not null, votes_allowed integer not null check (votes_allowed > 0));
create table vote.candidacy (
  id text primary key,
  contest_id text not null references vote.contest (id),
  status text not null default 'registered' check (status in ('registered', 'withdrawn', 'removed', 'deceased')),
  unique (contest_id, id)
);
create table vote.voting_window (channel text primary key, opens_at timestamptz not null, closes_at timestamptz not null);

create table vote.secret (only_row boolean primary key default true check (only_row), digest_key bytea not null);
insert into vote.secret (digest_key) values (vote_crypto.gen_random_bytes(32));
create function vote.digest(kind text, value text) returns bytea language sql stable as $$
  select vote_crypto.hmac(convert_to(kind || ':' || value, 'UTF8'), digest_key, 'sha256') from vote.secret
$$;

create table vote.member (iin_digest bytea primary key, district_code text not null references vote.district (code));

-- One vote, one IIN, one mobile number, one IP address: the four constraints hold under any concurrency.
create table vote.admission (
  authorization_id bigint primary key references vote.authorization (id),
  iin_digest bytea not null constraint admission_iin unique,
  phone_digest bytea not null constraint admission_phone unique,
  ip_digest bytea not null constraint admission_ip unique,
  credential_digest bytea not null constraint admission_credential unique
);
-- The voter's mark. It holds no time and shares no key with a ballot.
create table vote.voted (authorization_id bigint primary key references vote.admission (authorization_id));

create table vote.ballot_choice (
  ballot_id bigint not null references vote.ballot (id),
  contest_id text not null,
  candidacy_id text not null,
  primary key (ballot_id, contest_id, candidacy_id),
  foreign key (contest_id, candidacy_id) references vote.candidacy (contest_id, id)
);

-- What the rehearsal wrote, in the transaction that wrote it; a vote database with more events than this is not its own.
create table vote.rehearsal (
  only_row boolean primary key default true check (only_row),
  package text not null,
  seed bigint not null,
  played_until timestamptz not null,
  authorizations bigint not null default 0,
  refusals bigint not null default 0,
  ballots bigint not null default 0,
  corrections bigint not null default 0
);
