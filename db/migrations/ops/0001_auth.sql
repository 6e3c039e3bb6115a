-- The people who work here and how they sign in. better-auth writes the tables of its own columns (db/auth/tables.ts); what it does
-- not know of has a default or is written by our commands only.
create schema auth;

create table auth.person (
  id text primary key,
  name text not null check (length(trim(name)) between 1 and 120),
  email text not null unique check (email = lower(email)),
  role text not null check (role in ('duty', 'commission', 'leadership', 'counting', 'approver', 'admin')),
  commission_level text check (commission_level in ('district', 'region', 'central')),
  region_code text,
  district_code text,
  disabled_at timestamptz,
  last_seen_at timestamptz,
  -- Wrong passwords since `failures_since`, and until when no password is looked at.
  failures integer not null default 0,
  failures_since timestamptz,
  locked_until timestamptz,
  two_factor_enabled boolean not null default false,
  email_verified boolean not null default true,
  image text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  -- Whose region is null works on the whole country, so a forgotten one must not give it.
  check ((role = 'commission') = (commission_level is not null)),
  check (role in ('duty', 'commission') or region_code is null),
  check (commission_level is null or (commission_level = 'central') = (region_code is null)),
  check ((commission_level is not distinct from 'district') = (district_code is not null))
);

-- The password of a person, as better-auth keeps it.
create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth.person (id) on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (provider_id, account_id)
);
create index account_of_user on auth.account (user_id);

create table auth.session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth.person (id) on delete cascade,
  -- Moves on with every hour's use, and never past twelve hours from the start.
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- Whether it was begun with a code: one begun with the password alone never gets its rights later.
  second_factor boolean not null default false,
  last_seen_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
-- Serves a person's own list and the end of all of them.
create index session_of_user on auth.session (user_id);

-- Challenges between the password and the second factor.
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index verification_identifier on auth.verification (identifier);

create table auth.second_factor (
  id text primary key,
  user_id text not null unique references auth.person (id) on delete cascade,
  -- Both encrypted with AUTH_SECRET.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A code is good for one sign-in (RFC 6238, 5.2).
create table auth.used_code (
  user_id text not null references auth.person (id) on delete cascade,
  code text not null,
  used_at timestamptz not null default clock_timestamp(),
  primary key (user_id, code)
);

-- A link with which a person sets the password; only the hash of its secret is kept.
create table auth.password_link (
  token_hash bytea primary key,
  user_id text not null references auth.person (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
create index password_link_of_user on auth.password_link (user_id);

grant usage on schema auth to saylau_web;
grant select, insert, update on auth.person to saylau_web;
grant select, insert, update, delete on auth.account, auth.session, auth.verification, auth.second_factor, auth.used_code,
  auth.password_link to saylau_web;
