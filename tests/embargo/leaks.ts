import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '#db/client.ts';
import { announceWindow } from '#db/commands/announce.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { until } from '../support/liveServer.ts';
import { canaryElection, publication } from './canaryElection.ts';
import type { EmbargoHouse } from './embargoHouse.ts';
import type { Part } from './report.ts';

export const leakKinds = [
  'grant',
  'function',
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

export interface PlantedLeak {
  /** Parts of the check that must find it, among others. */
  parts: readonly Part[];
  mend(): Promise<unknown>;
}

const openFiles = sql`sealed.file f join sealed.edition e on e.id = f.edition_id and e.state = 'open'`;

/** Mistakes somebody could make, each built in on purpose. */
const leaks: Record<LeakKind, (house: EmbargoHouse) => Promise<PlantedLeak>> = {
  grant: async ({ owner: { db } }) => {
    await db.execute(sql`grant usage on schema sealed to saylau_web; grant select on sealed.file to saylau_web`);
    const mend = () =>
      db.execute(sql`revoke select on sealed.file from saylau_web; revoke usage on schema sealed from saylau_web`);
    return { parts: ['database'], mend };
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
  announcement: async ({ owner: { db }, canaries }) => {
    const [count = ''] = canaries.counts;
    const grouped = Number(count).toLocaleString('ru');
    const [window] = canaryElection.election.windows;
    if (!window) throw new Error('the canary election has no window');
    const reason = { kk: grouped, ru: `набрано ${grouped}`, en: `ahead with ${Number(count).toLocaleString('en')}` };
    await announceWindow(db, { ...window, announcedAt: '2020-10-05T08:00:00+06:00', reason });
    const mend = () =>
      db.execute(sql`
        delete from board.window_change where announced_at = '2020-10-05T08:00:00+06:00';
        update board.version set version = version + 1, schedule_version = version + 1`);
    return { parts: ['site', 'sockets', 'live files'], mend };
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
  'internal incident': async ({ owner: { db } }) => {
    const ofView = (condition: ReturnType<typeof sql>) => sql`
      create or replace view ops.public_incident as
      select number, category, severity, state, title, unit_codes, opened_at, resolved_at,
        outcome is not distinct from 'false_alarm' as is_false_alarm,
        (select d.number from ops.incident d where d.number = i.duplicate_of and d.is_public) as duplicate_of
      from ops.incident i where ${condition}`;
    await db.execute(ofView(sql`true`));
    await db.execute(sql`select ops.tell_public()`);
    const mend = async () => {
      await db.execute(ofView(sql`is_public`));
      await db.execute(sql`select ops.tell_public()`);
    };
    return { parts: ['site', 'live files', 'sockets', 'database'], mend };
  },
  'reporter in a list': async ({ owner: { db } }) => {
    const [first] = await db.execute<{ number: number; summary: string }>(sql`
      select number, summary from ops.violation order by number limit 1`);
    await db.execute(sql`
      update ops.violation v set summary = v.summary || ' ' || r.reporter
      from ops.violation_restricted r where r.number = v.number and v.number = ${first?.number}`);
    const mend = () =>
      db.execute(sql`update ops.violation set summary = ${first?.summary} where number = ${first?.number}`);
    return { parts: ['console', 'database'], mend };
  },
  'reporter in a log': async ({ logFolder, owner: { db } }) => {
    const [row] = await db.execute<{ contacts: string }>(sql`select contacts from ops.violation_restricted`);
    const path = join(logFolder, 'intake.log');
    // As a log writes it that thinks of itself as careful.
    writeFileSync(path, `{"level":50,"msg":"cannot notify +7${row?.contacts.replaceAll(/\D/g, '').slice(1)}"}\n`);
    return { parts: ['logs'], mend: async () => rmSync(path) };
  },
  'reporter for live': async ({ owner: { db } }) => {
    await db.execute(sql`grant select (accused) on ops.violation_restricted to saylau_live`);
    const mend = () => db.execute(sql`revoke select (accused) on ops.violation_restricted from saylau_live`);
    return { parts: ['database'], mend };
  },
  'address of a colleague': async ({ owner: { db } }) => {
    const [approver] = await db.execute<{ id: string; name: string; email: string }>(sql`
      select id, name, email from auth.person where role = 'approver' and email like '%@demo.example' order by email limit 1`);
    await db.execute(sql`update auth.person set name = email where id = ${approver?.id}`);
    const mend = () => db.execute(sql`update auth.person set name = ${approver?.name} where id = ${approver?.id}`);
    return { parts: ['console'], mend };
  },
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
