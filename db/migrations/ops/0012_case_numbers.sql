-- Numbers of cases without gaps: a missing number in the register would look like a case that somebody took away. A sequence keeps
-- what a refused filing took of it; this row is given back with the filing.
create table ops.violation_register (
  is_only boolean primary key default true check (is_only),
  last_number integer not null
);

create function ops.next_case_number() returns integer
language sql volatile security definer set search_path = pg_catalog as $$
  insert into ops.violation_register as r (last_number)
  select coalesce(max(v.number), 0) + 1 from ops.violation v
  on conflict (is_only) do update set last_number = r.last_number + 1
  returning last_number
$$;
revoke execute on function ops.next_case_number() from public;
grant execute on function ops.next_case_number() to saylau_web;

alter table ops.violation
  alter number drop identity,
  alter number set default ops.next_case_number();
