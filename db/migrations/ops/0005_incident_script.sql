-- How far a rehearsal has played the technical incidents of its package.
create table ops.incident_script (
  reference text primary key,
  number integer not null references ops.incident (number),
  steps integer not null
);
