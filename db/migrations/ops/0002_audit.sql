create schema ops;

-- Who changed what, from what, to what: never edited. Each row carries the hash of the one before it, so that a changed, missing
-- or added row is found (db/audit/verifyAudit.ts).
create table ops.audit (
  -- Counted under the lock of ops.audit_head: without gaps.
  id bigint primary key,
  at timestamptz not null,
  election_at timestamptz not null,
  person_id text,
  person_name text not null,
  role text not null,
  action text not null,
  object text not null,
  before jsonb,
  after jsonb,
  address text,
  previous_hash text not null,
  hash text not null unique
);
-- Serve the page's filters, newest first.
create index audit_person on ops.audit (person_id, id);
create index audit_action on ops.audit (action, id);
create index audit_object on ops.audit (object, id);

create table ops.audit_head (
  only_row boolean primary key default true check (only_row),
  last_id bigint not null,
  hash text not null
);
insert into ops.audit_head (last_id, hash) values (0, repeat('0', 64));

-- A field with its length in bytes before it, so that no two lists of fields read the same.
create function ops.audit_field(field text) returns text language sql immutable as $$
  select coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-') || E'\n'
$$;

create function ops.audit_instant(instant timestamptz) returns text language sql immutable as $$
  select to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The only way in. It holds the head until the transaction ends: call it last.
create function ops.record_audit(person_id text, person_name text, role text, action text, object text, before jsonb, after jsonb,
  address text) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  head ops.audit_head;
  new_id bigint;
  new_hash text;
  real_now timestamptz;
  election_now timestamptz;
begin
  select * into strict head from ops.audit_head for update;
  -- After the lock, so that times never run backwards along the chain.
  real_now := clock_timestamp();
  election_now := board.election_now();
  new_id := head.last_id + 1;
  new_hash := encode(sha256(convert_to(
    ops.audit_field(head.hash) || ops.audit_field(new_id::text) || ops.audit_field(ops.audit_instant(real_now))
    || ops.audit_field(ops.audit_instant(election_now)) || ops.audit_field(person_id) || ops.audit_field(person_name)
    || ops.audit_field(role) || ops.audit_field(action) || ops.audit_field(object) || ops.audit_field(before::text)
    || ops.audit_field(after::text) || ops.audit_field(address), 'UTF8')), 'hex');
  insert into ops.audit (id, at, election_at, person_id, person_name, role, action, object, before, after, address, previous_hash, hash)
  values (new_id, real_now, election_now, person_id, person_name, role, action, object, before, after, address, head.hash, new_hash);
  update ops.audit_head set last_id = new_id, hash = new_hash;
  return new_id;
end $$;

create function ops.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is never changed' using errcode = '42501';
end $$;
create trigger audit_stands before update or delete or truncate on ops.audit
  for each statement execute function ops.refuse_change();

revoke execute on all functions in schema ops from public;
grant usage on schema ops to saylau_web;
grant select on ops.audit to saylau_web;
grant execute on function ops.record_audit(text, text, text, text, text, jsonb, jsonb, text) to saylau_web;
