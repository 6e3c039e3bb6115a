-- Transactions in which the rehearsal wrote ballots: those get their marks in one go once voting has closed (decision 0007).
create table vote.rehearsal_write (xid xid8 primary key);
alter table vote.rehearsal add column marked boolean not null default false;

-- The marks that the rehearsal gave, apart from those of people and seen with them by whoever reads vote.ballot_choice.
-- Without keys: six million rows are written at once, and made from the very tables that a key would look them up in.
create table vote.rehearsal_choice () inherits (vote.ballot_choice);

grant select on vote.district to saylau_counting;
-- They only read: without this a query under the policy of vote.ballot_choice runs on one core.
alter function vote.election_now() parallel safe;
alter function vote.voting_is_closed() parallel safe;
