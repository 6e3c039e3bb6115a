alter table board.contest add column share_of text not null default 'ballots' check (share_of in ('ballots', 'valid_votes'));
-- Where the contest stands in the package; lists and files keep that order.
alter table board.contest add column position integer not null default 0;

create table board.candidacy (
  id text primary key,
  contest_id text not null references board.contest (id),
  ballot_number integer not null check (ballot_number > 0),
  names jsonb not null,
  unique (contest_id, ballot_number)
);
-- Decisions, never edited: the latest of a candidacy is in force.
create table board.candidacy_change (
  id bigint generated always as identity primary key,
  candidacy_id text not null references board.candidacy (id),
  status text not null check (status in ('registered', 'withdrawn', 'removed', 'deceased')),
  votes text not null check (votes in ('counted', 'annulled', 'pending')),
  announced_at timestamptz not null,
  number text not null,
  decided_by jsonb not null,
  rule jsonb not null,
  reason jsonb not null,
  unique (candidacy_id, announced_at)
);

grant select on board.candidacy, board.candidacy_change to saylau_aggregator, saylau_live, saylau_web;
grant usage on schema board to saylau_counting;
grant select on board.election, board.unit, board.contest, board.candidacy, board.candidacy_change, board.window_change,
  board.publication_change, board.clock, board.version, board.checkpoint, board.turnout, board.quarantine to saylau_counting;
