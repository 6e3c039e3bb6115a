-- SQLSTATEs of what is refused with nothing stored (db/vote/voteErrors.ts maps them):
--   SV100 malformed input            SV201 outside the voting window     SV205 a candidacy marked twice
--   SV101 unknown district           SV202 a second cast                 SV206 no candidacy of that contest
--   SV200 unknown credential         SV203 no contest of the district    SV207 a candidacy no longer registered
--                                    SV204 more marks than allowed       SV208 a contest twice
-- Messages name places (`contest 1, mark 3`), never a choice, an IIN, a phone number or a credential: servers log them.

create function vote.normalize_iin(iin text) returns text language plpgsql immutable as $$
declare
  compact text := regexp_replace(iin, '[[:space:]-]', '', 'g');
begin
  if compact !~ '^[0-9]{12}$' then
    raise exception 'the IIN must be 12 digits' using errcode = 'SV100';
  end if;
  return compact;
end $$;

-- E.164 without its plus. One number must have one spelling, or it would vote twice: a leading 8 is Kazakhstan's +7.
create function vote.normalize_phone(phone text) returns text language plpgsql immutable as $$
declare
  compact text := regexp_replace(phone, '[[:space:]().-]', '', 'g');
begin
  compact := case
    when compact ~ '^8[0-9]{10}$' then '+7' || substr(compact, 2)
    when compact ~ '^7[0-9]{10}$' then '+' || compact
    when compact ~ '^00[1-9]' then '+' || substr(compact, 3)
    else compact
  end;
  if compact !~ '^[+](7[0-9]{10}|[1-689][0-9]{7,14})$' then
    raise exception 'the phone number must be an international one, such as +7 701 123 45 67' using errcode = 'SV100';
  end if;
  return substr(compact, 2);
end $$;

-- An IPv4 address that came in through an IPv6 socket is still that IPv4 address.
create function vote.normalize_ip(ip inet) returns text language sql immutable as $$
  select case when ip <<= '::ffff:0.0.0.0/96'::inet then substr(host(ip), 8) else host(ip) end
$$;

create function vote.window_is_open(voting_channel text, moment timestamptz) returns boolean language sql stable as $$
  select exists (
    select from vote.voting_window
    where channel = voting_channel and opens_at <= moment and moment < closes_at)
$$;

create function vote.voting_is_closed() returns boolean language sql stable security definer
set search_path = pg_catalog, pg_temp as $$
  select coalesce(vote.election_now() >= max(closes_at), false) from vote.voting_window
$$;

create function vote.require_district(district_code text) returns void language plpgsql stable as $$
begin
  if not exists (select from vote.district d where d.code = require_district.district_code) then
    raise exception 'there is no district %', quote_nullable(left(district_code, 48)) using errcode = 'SV101';
  end if;
end $$;

-- Admits a member online, or refuses with a reason: one vote, one IIN, one mobile number, one IP address.
create function vote.authorize(iin text, phone text, ip inet, district_code text)
returns table (outcome text, reason text, credential text) language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  moment constant timestamptz := vote.election_now();
  digest_of_iin bytea;
  digest_of_phone bytea;
  digest_of_ip bytea;
begin
  if iin is null or phone is null or ip is null or district_code is null then
    raise exception 'iin, phone, ip and district_code are all needed' using errcode = 'SV100';
  end if;
  perform vote.require_district(district_code);
  digest_of_iin := vote.digest('iin', vote.normalize_iin(iin));
  digest_of_phone := vote.digest('phone', vote.normalize_phone(phone));
  digest_of_ip := vote.digest('ip', vote.normalize_ip(ip));

  if not vote.window_is_open('online', moment) then
    reason := 'outside_window';
  elsif not exists (
    select from vote.member m where m.iin_digest = digest_of_iin and m.district_code = authorize.district_code
  ) then
    reason := 'not_on_roll';
  else
    credential := encode(vote_crypto.gen_random_bytes(32), 'hex');
    -- One statement: the foreign key between the two is checked at its end, and no loser leaves an authorization behind.
    with admitted as (
      insert into vote.admission (authorization_id, iin_digest, phone_digest, ip_digest, credential_digest)
      values (nextval('vote.authorization_id_seq'), digest_of_iin, digest_of_phone, digest_of_ip,
        vote.digest('credential', credential))
      on conflict do nothing
      returning authorization_id
    )
    insert into vote.authorization (id, district_code, channel, occurred_at)
    select authorization_id, authorize.district_code, 'online', moment from admitted;
    if found then
      outcome := 'authorized';
      return next;
      return;
    end if;
    credential := null;
    reason := vote.find_used(digest_of_iin, digest_of_phone, digest_of_ip);
  end if;

  insert into vote.refusal (district_code, channel, reason, occurred_at)
  values (authorize.district_code, 'online', authorize.reason, moment);
  outcome := 'refused';
  return next;
end $$;

create function vote.find_used(digest_of_iin bytea, digest_of_phone bytea, digest_of_ip bytea)
returns text language plpgsql as $$
begin
  if exists (select from vote.admission where iin_digest = digest_of_iin) then return 'iin_used'; end if;
  if exists (select from vote.admission where phone_digest = digest_of_phone) then return 'phone_used'; end if;
  if exists (select from vote.admission where ip_digest = digest_of_ip) then return 'ip_used'; end if;
  raise exception 'the admission that was in the way is gone; try again' using errcode = 'serialization_failure';
end $$;

-- Raises unless `marks` is a ballot of this district: [{"contest": id, "candidacies": [ids]}], possibly blank.
create function vote.check_marks(district_code text, marks jsonb) returns void language plpgsql stable as $$
declare
  contest_mark jsonb;
  place bigint;
  allowed integer;
  fault record;
begin
  if jsonb_typeof(marks) is distinct from 'array' then
    raise exception 'marks must be an array of {"contest": id, "candidacies": [ids]}' using errcode = 'SV100';
  end if;
  for contest_mark, place in select value, ordinality from jsonb_array_elements(marks) with ordinality loop
    if (contest_mark @@ 'strict $.contest.type() == "string" && $.candidacies.type() == "array"
      && !exists($.candidacies[*] ? (@.type() != "string"))') is not true then
      raise exception 'contest %: expected {"contest": id, "candidacies": [ids]}', place using errcode = 'SV100';
    end if;
    select c.votes_allowed into allowed
    from vote.district d join vote.contest c on c.unit_code in (d.code, d.region_code, d.country_code)
    where d.code = check_marks.district_code and c.id = contest_mark ->> 'contest';
    if not found then
      raise exception 'contest %: not a contest of this district', place using errcode = 'SV203';
    end if;
    if jsonb_array_length(contest_mark -> 'candidacies') > allowed then
      raise exception 'contest %: % marks, % allowed', place, jsonb_array_length(contest_mark -> 'candidacies'), allowed
        using errcode = 'SV204';
    end if;
    select mark.place, c.status into fault
    from jsonb_array_elements_text(contest_mark -> 'candidacies') with ordinality as mark (candidacy_id, place)
    left join vote.candidacy c on c.contest_id = contest_mark ->> 'contest' and c.id = mark.candidacy_id
    where c.status is distinct from 'registered'
    order by mark.place limit 1;
    if found and fault.status is null then
      raise exception 'contest %, mark %: no candidacy of this contest', place, fault.place using errcode = 'SV206';
    elsif found then
      raise exception 'contest %, mark %: the candidacy is %', place, fault.place, fault.status using errcode = 'SV207';
    end if;
    if (select count(*) > count(distinct candidacy_id)
        from jsonb_array_elements_text(contest_mark -> 'candidacies') as candidacy_id) then
      raise exception 'contest %: a candidacy is marked twice', place using errcode = 'SV205';
    end if;
  end loop;
  if (select count(*) > count(distinct value ->> 'contest') from jsonb_array_elements(marks)) then
    raise exception 'a contest stands on the ballot twice' using errcode = 'SV208';
  end if;
end $$;

create function vote.store_ballot(district_code text, channel text, moment timestamptz, marks jsonb)
returns void language plpgsql as $$
declare
  new_id bigint;
begin
  insert into vote.ballot (district_code, channel, occurred_at)
  values (store_ballot.district_code, store_ballot.channel, moment)
  returning id into new_id;
  -- Sorted: the order in which a voter marked is nobody's business.
  insert into vote.ballot_choice (ballot_id, contest_id, candidacy_id)
  select new_id, contest_mark ->> 'contest', candidacy_id
  from jsonb_array_elements(marks) as contest_mark,
    jsonb_array_elements_text(contest_mark -> 'candidacies') as candidacy_id
  order by 2, 3;
end $$;

-- Accepts the one ballot of a credential. It returns nothing: a caller knows the voter and must not learn the ballot.
create function vote.cast(credential text, marks jsonb) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  moment constant timestamptz := vote.election_now();
  digest_of_credential bytea;
  voter record;
begin
  if credential is null or marks is null then
    raise exception 'credential and marks are both needed' using errcode = 'SV100';
  end if;
  digest_of_credential := vote.digest('credential', credential);
  select a.id, a.district_code into voter
  from vote.admission m join vote.authorization a on a.id = m.authorization_id
  where m.credential_digest = digest_of_credential;
  if not found then
    raise exception 'the credential is unknown' using errcode = 'SV200';
  end if;
  if not vote.window_is_open('online', moment) then
    raise exception 'online voting is not open' using errcode = 'SV201';
  end if;
  insert into vote.voted (authorization_id) values (voter.id) on conflict do nothing;
  if not found then
    raise exception 'this credential has voted already' using errcode = 'SV202';
  end if;
  perform vote.check_marks(voter.district_code, marks);
  perform vote.store_ballot(voter.district_code, 'online', moment, marks);
end $$;

-- A ballot cast at a station or on paper: its voter was checked against the roll by people, not here.
create function vote.record_ballot(district_code text, channel text, marks jsonb) returns void language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment constant timestamptz := vote.election_now();
begin
  if channel is null or channel not in ('station', 'paper') then
    raise exception 'the channel must be station or paper' using errcode = 'SV100';
  end if;
  perform vote.require_district(district_code);
  if not vote.window_is_open(channel, moment) then
    raise exception 'voting by % is not open', channel using errcode = 'SV201';
  end if;
  perform vote.check_marks(district_code, marks);
  perform vote.store_ballot(district_code, channel, moment, marks);
end $$;

-- A later migration that adds a function here repeats this: a schema's default privileges cannot take PUBLIC's away.
revoke execute on all functions in schema vote from public;

grant usage on schema vote to saylau_counting;
grant select on vote.ballot_choice, vote.contest, vote.candidacy to saylau_counting;
grant select (id, district_code, channel) on vote.ballot to saylau_counting;
grant execute on function vote.voting_is_closed() to saylau_counting;
alter table vote.ballot_choice enable row level security;
create policy choices_after_the_close on vote.ballot_choice for select to saylau_counting
  using ((select vote.voting_is_closed()));
