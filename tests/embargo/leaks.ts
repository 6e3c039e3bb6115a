import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '#db/client.ts';
import { announceWindow } from '#db/commands/announce.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { until } from '../support/liveServer.ts';
import { canaryElection, publication } from './canaryElection.ts';
import type { EmbargoHouse } from './embargoHouse.ts';
import { awaitMessages, forgetMessages } from './leakedMessages.ts';
import type { PlantedLeak } from './plantedLeak.ts';
import { staffLeaks } from './staffLeaks.ts';

export const leakKinds = [
  'grant',
  'grant to the notifier',
  'new role',
  'function',
  'delivery',
  'file',
  'announcement',
  'order',
  'internal incident',
  'reporter in a list',
  'reporter in a log',
  'reporter for live',
  'address of a colleague',
  'size',
  'log',
  'release',
] as const;
export type LeakKind = (typeof leakKinds)[number];

const openFiles = sql`sealed.file f join sealed.edition e on e.id = f.edition_id and e.state = 'open'`;

/** Mistakes somebody could make, each built in on purpose. */
const leaks: Record<LeakKind, (house: EmbargoHouse) => Promise<PlantedLeak>> = {
  grant: async ({ owner: { db } }) => {
    await db.execute(sql`grant usage on schema sealed to saylau_web; grant select on sealed.file to saylau_web`);
    const mend = () =>
      db.execute(sql`revoke select on sealed.file from saylau_web; revoke usage on schema sealed from saylau_web`);
    return { parts: ['database'], mend };
  },
  'grant to the notifier': async ({ owner: { db } }) => {
    await db.execute(
      sql`grant usage on schema sealed to saylau_notifier; grant select on sealed.act to saylau_notifier`,
    );
    const mend = () =>
      db.execute(
        sql`revoke select on sealed.act from saylau_notifier; revoke usage on schema sealed from saylau_notifier`,
      );
    return { parts: ['database'], mend };
  },
  'new role': async ({ owner: { db } }) => {
    await db.execute(sql`
      create role saylau_visitor nologin;
      grant usage on schema ops to saylau_visitor;
      grant select (contacts) on ops.violation_restricted to saylau_visitor`);
    return { parts: ['database'], mend: () => db.execute(sql`drop owned by saylau_visitor; drop role saylau_visitor`) };
  },
  delivery: async ({ owner: { db }, canaries }) => {
    const [count] = canaries.counts;
    const body = JSON.stringify({ type: 'results.released', data: { edition: 1, winner: { votes: Number(count) } } });
    const [event] = await db.execute<{ id: string }>(sql`
      insert into ops.webhook_event (type, body) values ('results.released', ${body}) returning id`);
    await db.execute(sql`
      insert into ops.webhook_delivery (webhook_id, event_id, next_attempt_at)
      select max(id), ${event?.id}::bigint, clock_timestamp() + interval '1 hour' from ops.webhook`);
    return { parts: ['deliveries', 'database'], mend: () => forgetMessages(db, Number(event?.id) - 1) };
  },
  function: async ({ owner: { db } }) => {
    await db.execute(sql`
      create function board.peek() returns text language sql security definer as
        $$ select convert_from(substr(content, 1, size), 'UTF8') from sealed.file where kind = 'candidacies' $$`);
    return { parts: ['database'], mend: () => db.execute(sql`drop function board.peek()`) };
  },
  file: async ({ owner: { db } }) => {
    await db.execute(sql`
      insert into published.edition (number, sealed_at, manifest_hash, approved_by) select 1, now(), 'x', '{}'`);
    await db.execute(sql`
      insert into published.file (edition, path, media_type, sha256, size, bytes)
      select 1, path, media_type, sha256, size, substr(content, 1, size) from ${openFiles} where path = 'contests/president.json'`);
    const mend = () =>
      db.execute(sql`delete from published.file where edition = 1; delete from published.edition where number = 1`);
    return { parts: ['names', 'sizes'], mend };
  },
  announcement: async (house) => {
    const { db } = house.owner;
    const { canaries } = house;
    const told = await awaitMessages(house);
    const [count = ''] = canaries.counts;
    const grouped = Number(count).toLocaleString('ru');
    const [window] = canaryElection.election.windows;
    if (!window) throw new Error('the canary election has no window');
    const reason = { kk: grouped, ru: `набрано ${grouped}`, en: `ahead with ${Number(count).toLocaleString('en')}` };
    await announceWindow(db, { ...window, announcedAt: '2020-10-05T08:00:00+06:00', reason });
    const forget = await told();
    const mend = async () => {
      await db.execute(sql`
        delete from board.window_change where announced_at = '2020-10-05T08:00:00+06:00';
        update board.version set version = version + 1, schedule_version = version + 1`);
      await forget();
    };
    return { parts: ['site', 'sockets', 'live files', 'deliveries'], mend };
  },
  order: async ({ owner: { db }, canaries }) => {
    const [ids = []] = canaries.orders;
    const text = JSON.stringify({ candidacies: ids });
    await db.execute(sql`
      insert into published.file (edition, path, media_type, sha256, size, bytes)
      values (0, 'order.json', 'application/json', sha256(${text}::bytea), length(${text}::bytea), ${text}::bytea)`);
    return {
      parts: ['database'],
      mend: () => db.execute(sql`delete from published.file where path = 'order.json'`),
    };
  },
  ...staffLeaks,
  size: async ({ owner: { db } }) => {
    await db.execute(sql`update sealed.file set content = substr(content, 1, size + gzip_size + br_size)`);
    await db.execute(sql`vacuum full sealed.file`);
    return { parts: ['sizes'], mend: async () => {} };
  },
  log: async ({ logFolder, canaries }) => {
    const [count] = canaries.counts;
    const path = join(logFolder, 'counting.log');
    writeFileSync(path, `{"level":30,"msg":"counted","votes":${count}}\n`);
    return { parts: ['logs'], mend: async () => rmSync(path) };
  },
  release: async ({ owner: { db } }) => {
    await setBoardClock(db, clockAt(Date.parse(publication), 0));
    await until(async () => (await db.execute(sql`select from published.edition where number = 1`)).length > 0);
    return { parts: ['live files', 'names'], mend: async () => {} };
  },
};

/** Builds a leak in. Those of `size` and `release` cannot be mended. */
export const plantLeak = (house: EmbargoHouse, kind: LeakKind) => leaks[kind](house);
