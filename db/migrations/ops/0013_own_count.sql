-- Who counted a draft may object to it and does not approve it, at the command line either. All else is as it was.
create or replace function sealed.judge(draft bigint, seen_hash text, verdict text, reason text, person text, account text, judged_at timestamptz)
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
  elsif verdict = 'approved' and key = sealed.person_key(judged.sealed_by) then
    return 'own_count';
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
