import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '#db/client.ts';
import type { EmbargoHouse } from './embargoHouse.ts';
import { awaitMessages } from './leakedMessages.ts';
import type { PlantedLeak } from './plantedLeak.ts';

/** Of what only some of the staff may read. */
export const staffLeaks = {
  'internal incident': async (house) => {
    const { db } = house.owner;
    const told = await awaitMessages(house);
    const ofView = (condition: ReturnType<typeof sql>) => sql`
      create or replace view ops.public_incident as
      select number, category, severity, state, title, unit_codes, opened_at, resolved_at,
        outcome is not distinct from 'false_alarm' as is_false_alarm,
        (select d.number from ops.incident d where d.number = i.duplicate_of and d.is_public) as duplicate_of
      from ops.incident i where ${condition}`;
    await db.execute(ofView(sql`true`));
    await db.execute(sql`select ops.tell_public()`);
    const forget = await told();
    const mend = async () => {
      await db.execute(ofView(sql`is_public`));
      await db.execute(sql`select ops.tell_public()`);
      await forget();
    };
    return { parts: ['site', 'live files', 'sockets', 'database', 'deliveries'], mend };
  },
  'reporter in a list': async ({ owner: { db } }) => {
    const [first] = await db.execute<{ number: number; summary: string }>(sql`
      select number, summary from ops.violation order by number limit 1`);
    await db.execute(sql`
      update ops.violation v set summary = v.summary || ' ' || r.reporter
      from ops.violation_restricted r where r.number = v.number and v.number = ${first?.number}`);
    const mend = () =>
      db.execute(sql`update ops.violation set summary = ${first?.summary} where number = ${first?.number}`);
    return { parts: ['console', 'database'], seenBy: 'leadership1', mend };
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
    return { parts: ['console'], seenBy: 'counting', mend };
  },
} satisfies Record<string, (house: EmbargoHouse) => Promise<PlantedLeak>>;
