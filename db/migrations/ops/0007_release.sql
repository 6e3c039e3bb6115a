-- Verdicts on the sealed draft, at the console and at the command line, by the same rules (docs/results.md).
-- The account that gave a verdict at the console; none at the command line. Whatever its name is by now, it is one person.
alter table sealed.act add column account_id text;
create unique index act_account on sealed.act (edition_id, kind, account_id) where account_id is not null;

-- A person's name in one spelling, so that nobody is two people by a space, a capital or a sign that is not seen; empty for no name.
create function sealed.person_key(name text) returns text language sql immutable as $$
  select btrim(regexp_replace(regexp_replace(lower(normalize(name, NFKC) collate "pg_c_utf8"),
    '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- The only way to a verdict. Returns why it is not taken, or null. No error and no answer shows anything of the draft.
create function sealed.judge(draft bigint, seen_hash text, verdict text, reason text, person text, account text, judged_at timestamptz)
returns text language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  judged sealed.edition;
  key text := sealed.person_key(person);
  given text[];
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'a verdict needs read committed, for it must see the newest release';
  end if;
  if coalesce(key, '') = '' then
    return 'no_name';
  elsif verdict = 'objected' and coalesce(btrim(reason), '') = '' then
    return 'no_reason';
  elsif coalesce(seen_hash, '') !~ '^[0-9a-f]{12,64}$' then
    return 'no_hash';
  end if;
  perform from sealed.gate for update;
  select * into judged from sealed.edition e where e.id = draft;
  if not found then
    return 'not_found';
  elsif judged.state <> 'open' then
    return case judged.state when 'released' then 'released' else 'replaced' end;
  elsif not starts_with(judged.manifest_hash, seen_hash) then
    return 'other_hash';
  end if;
  select coalesce(array_agg(a.kind), '{}') into given from sealed.act a
  where a.edition_id = draft and (a.person_key = key or a.account_id = account);
  -- Who approved may still object; nobody takes an objection back.
  if verdict = any (given) then
    return 'given';
  elsif 'objected' = any (given) then
    return 'objected';
  end if;
  insert into sealed.act (kind, edition_id, manifest_hash, person, person_key, account_id, at, body)
  values (verdict, draft, judged.manifest_hash, btrim(person), key, account, coalesce(judged_at, board.election_now()),
    sealed.pad(convert_to(jsonb_build_object('reason', coalesce(btrim(reason), ''))::text, 'UTF8')));
  return null;
end $$;

create function sealed.judge_by_name(draft bigint, seen_hash text, verdict text, reason text, person text, judged_at timestamptz)
returns text language sql security definer
set search_path = pg_catalog, pg_temp as $$ select sealed.judge(draft, seen_hash, verdict, reason, person, null, judged_at) $$;

-- Whose session this is, if it lives, the person is enabled and of one of these roles, and the second factor was used where it must be.
create function ops.find_session_person(session_token text, roles text[]) returns auth.person language sql stable
set search_path = pg_catalog, pg_temp as $$
  select p from auth.session s join auth.person p on p.id = s.user_id
  where s.token = session_token and s.expires_at > clock_timestamp() and p.disabled_at is null and p.role = any (roles)
    and case when p.two_factor_enabled then s.second_factor else p.role not in ('approver', 'admin') end
$$;

-- How the draft stands, or the edition released last: what an account of these roles may know of what is sealed. No figure, file,
-- size or contest, and no text of anybody. Approvers learn its hash from people, so they see it here only after their verdict.
create function ops.release_status(session_token text) returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, pg_temp as $$
declare
  reader auth.person := ops.find_session_person(session_token, '{leadership,counting,approver}');
  draft sealed.edition;
  verdicts jsonb;
  has_judged boolean;
begin
  if reader.id is null then
    raise exception 'no session that may read this' using errcode = '42501';
  end if;
  select * into draft from sealed.edition e where e.state in ('open', 'released') order by e.id desc limit 1;
  if not found then
    return null;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('person', a.person, 'verdict', a.kind, 'at', a.at, 'isOwn', a.is_own) order by a.id), '[]'),
    coalesce(bool_or(a.is_own), false)
  into verdicts, has_judged
  from (select *, coalesce(account_id = reader.id, false) or person_key = sealed.person_key(reader.name) as is_own
    from sealed.act where edition_id = draft.id) a;
  return jsonb_build_object('number', draft.number, 'source', draft.source, 'sealedBy', draft.sealed_by, 'sealedAt', draft.sealed_at,
    'isReleased', draft.state = 'released',
    'isOutdated', exists (select from sealed.act a where a.contest_id is not null and a.id > draft.last_act),
    'manifestHash', case when reader.role <> 'approver' or has_judged or draft.state = 'released' then draft.manifest_hash end,
    'verdicts', verdicts);
end $$;

-- A verdict on the open draft by whoever holds this session. The web process says nothing of who that is: it is read here, and
-- again once the gate is held, for the person may have been disabled while it waited.
create function ops.judge_draft(session_token text, seen_hash text, verdict text, reason text, address text)
returns text language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  approver auth.person := ops.find_session_person(session_token, '{approver}');
  draft sealed.edition;
  refusal text;
begin
  -- Before the gate, so that nobody else can hold it.
  if approver.id is null then
    return 'no_session';
  elsif verdict not in ('approved', 'objected') or verdict is null then
    raise exception 'a verdict is approved or objected' using errcode = '22023';
  end if;
  perform from sealed.gate for update;
  perform from auth.person p join auth.session s on s.user_id = p.id
  where p.id = approver.id and s.token = session_token for share of p, s;
  approver := ops.find_session_person(session_token, '{approver}');
  if approver.id is null then
    return 'no_session';
  end if;
  select * into draft from sealed.edition e where e.state in ('open', 'released') order by e.id desc limit 1;
  refusal := sealed.judge(draft.id, seen_hash, verdict, reason, approver.name, approver.id, null);
  if refusal is null then
    perform ops.record_audit(approver.id, approver.name, approver.role,
      case verdict when 'approved' then 'results.approve' else 'results.object' end, 'edition/' || draft.number, null,
      jsonb_build_object('verdict', verdict, 'hash', left(draft.manifest_hash, 12)), address);
  end if;
  return refusal;
end $$;

revoke execute on all functions in schema sealed from public;
revoke execute on function ops.find_session_person(text, text[]), ops.release_status(text),
  ops.judge_draft(text, text, text, text, text) from public;
grant execute on function sealed.judge_by_name(bigint, text, text, text, text, timestamptz) to saylau_counting;
grant execute on function ops.release_status(text), ops.judge_draft(text, text, text, text, text) to saylau_web;
-- From now on a verdict is given through the function alone.
drop policy judge_open on sealed.act;
create policy decide_on_contests on sealed.act for insert to saylau_counting with check (edition_id is null);
