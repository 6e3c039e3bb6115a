-- Webhooks are changed without a new secret, and their log is pruned (decision 0015).
alter table ops.webhook
  -- Moves on with each change of what it is, so that of two who change it at once the second is told.
  add column row_version integer not null default 1,
  add column changed_at timestamptz,
  add column changed_by text,
  add check ((changed_at is null) = (changed_by is null));
grant update (url, events, row_version, changed_at, changed_by) on ops.webhook to saylau_web;

-- The notifier forgets what nobody will look for; never what waits, whatever asks for it.
grant delete on ops.webhook_event, ops.webhook_delivery, ops.webhook_attempt to saylau_notifier;
alter table ops.webhook_delivery enable row level security;
create policy read_all on ops.webhook_delivery for select using (true);
create policy add on ops.webhook_delivery for insert with check (true);
create policy move on ops.webhook_delivery for update using (true);
create policy forget on ops.webhook_delivery for delete using (state <> 'pending');
create policy forget on ops.webhook_event for delete to saylau_notifier using (true);
-- Serve the pruning: the deliveries of a message, and messages of which none is left.
create index webhook_delivery_event on ops.webhook_delivery (event_id);
