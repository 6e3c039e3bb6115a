-- Transactions in which the rehearsal wrote ballots: those get their marks in one go once voting has closed (decision 0007).
create table vote.rehearsal_write (xid xid8 primary key);
alter table vote.rehearsal add column marked boolean not null default false;
