import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listAudit, listAuditChoices } from '#db/audit/listAudit.ts';
import { recordAudit } from '#db/audit/recordAudit.ts';
import { firstHash, verifyAudit } from '#db/audit/verifyAudit.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let web: DatabaseClient['db'];

beforeEach(async () => {
  database = await createTestDatabase();
  web = database.connectAs('saylau_web').db;
});
afterEach(() => database.drop());

const actor = (id: string) => ({ id, name: `Ёжик <b>${id}</b> 🦔`, role: 'duty', address: '10.0.0.1' });
const write = (index: number, id = 'p1') =>
  web.transaction((tx) =>
    recordAudit(tx, actor(id), {
      action: index % 2 === 0 ? 'incident.update' : 'people.disable',
      object: `incident/${index}`,
      before: { note: `line\n${index}`, number: 1.5, measure: null },
      after: index % 3 === 0 ? null : { title: { kk: 'Ә', ru: 'Э' } },
    }),
  );
const fill = async (count: number) => {
  for (let index = 1; index <= count; index += 1) await write(index);
};
/** What only the owner of the database could do, with the trigger switched off. */
const tamper = async (statement: string) => {
  await database.client.db.execute(
    sql.raw(`alter table ops.audit disable trigger all; ${statement}; alter table ops.audit enable trigger all`),
  );
};
const verdict = async (kept?: string) => (await verifyAudit(database.client.db, kept)).fault;

describe('the audit log', () => {
  it('is a chain that holds, numbered without gaps, when fifty write at once', async () => {
    expect(await verifyAudit(database.client.db)).toEqual({ rows: 0, head: firstHash, fault: null });
    await Promise.all(Array.from({ length: 50 }, (_, index) => write(index)));
    const { rows, fault } = await verifyAudit(database.client.db);
    expect([rows, fault]).toEqual([50, null]);
    const [range] = await database.client.db.execute(sql`
      select min(id)::int as least, max(id)::int as most, bool_and(rising) as rising
      from (select id, at >= coalesce(lag(at) over (order by id), at) as rising from ops.audit) a`);
    expect(range).toEqual({ least: 1, most: 50, rising: true });
  });

  it('has no row and no gap of a change that was rolled back', async () => {
    await write(1);
    await web
      .transaction(async (tx) => {
        await recordAudit(tx, actor('p1'), { action: 'incident.update', object: 'incident/2' });
        throw new Error('undone');
      })
      .catch(() => {});
    await write(3);
    expect(await verifyAudit(database.client.db)).toMatchObject({ rows: 2, fault: null });
  });

  it.each([
    ['changed', `update ops.audit set person_name = 'nobody' where id = 4`, { id: 4, fault: 'changed' }],
    [
      'changed inside its JSON',
      `update ops.audit set before = before || '{"number": 1.50}' where id = 4`,
      { id: 4, fault: 'changed' },
    ],
    [
      'moved in time by a microsecond',
      `update ops.audit set at = at + interval '1 microsecond' where id = 4`,
      { id: 4, fault: 'changed' },
    ],
    ['emptied where it said nothing', `update ops.audit set after = 'null' where id = 3`, { id: 3, fault: 'changed' }],
    ['deleted', `delete from ops.audit where id = 4`, { id: 4, fault: 'missing' }],
    ['the first, deleted', `delete from ops.audit where id = 1`, { id: 1, fault: 'missing' }],
    ['the newest, deleted', `delete from ops.audit where id = 6`, { id: 6, fault: 'missing' }],
    [
      'added at the end',
      `insert into ops.audit select id + 1, at, election_at, person_id, person_name, role, action, object, before, after, address, hash, repeat('a', 64) from ops.audit where id = 6`,
      { id: 7, fault: 'changed' },
    ],
    [
      'added before the first',
      `insert into ops.audit select 0, at, election_at, person_id, person_name, role, action, object, before, after, address, hash, repeat('a', 64) from ops.audit where id = 6`,
      { id: 0, fault: 'extra' },
    ],
    [
      'exchanged with another',
      `update ops.audit set id = id + 100 where id in (3, 4); update ops.audit set id = case id when 103 then 4 else 3 end where id > 100`,
      { id: 3, fault: 'changed' },
    ],
  ])('is found out where a row was %s', async (_, statement, fault) => {
    await fill(6);
    expect(await verdict()).toBeNull();
    await tamper(statement);
    expect(await verdict()).toEqual(fault);
  });

  it('is found out by a head that was kept, where its end was cut off with the counter', async () => {
    await fill(6);
    const { head } = await verifyAudit(database.client.db);
    await write(7);
    expect(await verdict(head)).toBeNull();
    await tamper(
      `delete from ops.audit where id > 5; update ops.audit_head set last_id = 5, hash = (select hash from ops.audit where id = 5)`,
    );
    expect(await verdict()).toBeNull();
    expect(await verdict(head)).toEqual({ id: 5, fault: 'kept hash not found' });
  });

  it.each(['saylau_web', 'saylau_live', 'saylau_aggregator', 'saylau_counting'] as const)(
    'is not changed by %s',
    async (role) => {
      await fill(1);
      const { db } = database.connectAs(role);
      for (const statement of [
        `update ops.audit set role = 'x'`,
        'delete from ops.audit',
        'truncate ops.audit',
        `update ops.audit_head set last_id = 0`,
        `insert into ops.audit select * from ops.audit`,
        'alter table ops.audit disable trigger all',
        'drop table ops.audit',
      ])
        await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
    },
  );

  it('is not changed by the owner either, as long as its trigger stands', async () => {
    await fill(1);
    for (const statement of [`update ops.audit set role = 'x'`, 'delete from ops.audit', 'truncate ops.audit'])
      await expect(database.client.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('is read newest first, by person, action and object, a page at a time', async () => {
    for (let index = 1; index <= 7; index += 1) await write(index, index > 5 ? 'p2' : 'p1');
    const ids = async (filter: Parameters<typeof listAudit>[1], limit = 3) => {
      const page = await listAudit(web, filter, limit);
      return [page.entries.map(({ id }) => id), page.next];
    };
    expect(await ids({})).toEqual([[7, 6, 5], 5]);
    expect(await ids({ before: 5 })).toEqual([[4, 3, 2], 2]);
    expect(await ids({ before: 2 })).toEqual([[1], null]);
    expect(await ids({ personId: 'p2' })).toEqual([[7, 6], null]);
    expect(await ids({ action: 'incident.update' })).toEqual([[6, 4, 2], null]);
    expect(await ids({ object: 'incident/3' })).toEqual([[3], null]);
    expect(await ids({ object: 'incident/' }, 10)).toEqual([[7, 6, 5, 4, 3, 2, 1], null]);
    expect(await ids({ object: "incident/' or true --" })).toEqual([[], null]);
    expect(await listAuditChoices(web)).toEqual({
      people: [
        ['p1', 'Ёжик <b>p1</b> 🦔'],
        ['p2', 'Ёжик <b>p2</b> 🦔'],
      ],
      actions: ['incident.update', 'people.disable'],
    });
  });

  it('is read with the names of the people whom it names by id', async () => {
    await database.client.db.execute(sql`
      insert into auth.person (id, name, email, role) values
        ('p8', 'Aigul', 'aigul@board.example', 'duty'), ('p9', 'Dana', 'dana@board.example', 'duty')`);
    const record = (entry: Parameters<typeof recordAudit>[2]) =>
      web.transaction((tx) => recordAudit(tx, actor('p1'), entry));
    await record({ action: 'people.disable', object: 'person/p8' });
    await record({
      action: 'incident.assign',
      object: 'incident/I-0001',
      before: { assignee: 'p8' },
      after: { assignee: 'p9' },
    });
    await record({ action: 'key.revoke', object: 'key/1' });
    const { entries } = await listAudit(web, {}, 3);
    expect(entries.map(({ names }) => names)).toEqual([{}, { p8: 'Aigul', p9: 'Dana' }, { p8: 'Aigul' }]);
  });
});
