import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, sql } from '#db/client.ts';
import { roles } from '#db/roles.ts';
import { authorize } from '#db/vote/authorize.ts';
import { cast } from '#db/vote/cast.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { requestOf, seedPrimaries, setVoting } from './primaries.ts';

const database = openTestDatabase();
const denied = { cause: { code: '42501' } };

beforeAll(async () => {
  const { db } = database.client;
  await seedPrimaries(db);
  for (const member of [1, 2, 3]) {
    const answer = await authorize(db, requestOf(member));
    const credential = answer.outcome === 'authorized' ? answer.credential : '';
    await cast(db, { credential, marks: [{ contest: 'kz', candidacies: [`kz-${member}`] }] });
  }
});

describe('nobody can tell whose ballot it is', () => {
  test('a ballot holds what the contract names and nothing more', async () => {
    const columns = await database.client.db.execute<{ name: string }>(sql`
      select attname as name from pg_attribute where attrelid = 'vote.ballot'::regclass and attnum > 0 and not attisdropped
    `);
    expect(columns.map(({ name }) => name).sort()).toEqual(['channel', 'district_code', 'id', 'occurred_at', 'xid']);
  });

  test('no chain of foreign keys joins a ballot and a member, an admission or a voter’s mark', async () => {
    const keys = await database.client.db.execute<{ from: string; to: string }>(sql`
      select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint where contype = 'f'
    `);
    const reached = new Set(['vote.ballot']);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of keys) {
        if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
      }
    }
    expect([...reached].sort()).toEqual(['vote.ballot', 'vote.ballot_choice', 'vote.candidacy', 'vote.contest']);
  });

  test('the voter’s mark carries no time', async () => {
    const columns = await database.client.db.execute<{ name: string }>(sql`
      select attname as name from pg_attribute where attrelid = 'vote.voted'::regclass and attnum > 0
    `);
    expect([...columns]).toEqual([{ name: 'authorization_id' }]);
  });

  test('casting answers with nothing', async () => {
    const [row] = await database.client.db.execute(sql`
      select p.prorettype::regtype::text as returns, p.proargmodes is null as "inOnly" from pg_proc p where p.oid = 'vote.cast(text,jsonb)'::regprocedure
    `);
    expect(row).toEqual({ returns: 'void', inOnly: true });
  });

  test('no IIN, number, address or credential is kept in a form that can be read', async () => {
    const [row] = await database.client.db.execute<{ text: string }>(sql`
      select string_agg(m::text, ' ') || (select string_agg(m::text, ' ') from vote.member m) as text from vote.admission m
    `);
    for (const value of [requestOf(1).iin, requestOf(1).phone.slice(1), requestOf(1).ip]) {
      expect(row?.text).not.toContain(value);
      expect(row?.text).not.toContain(Buffer.from(value).toString('hex'));
    }
  });
});

describe('what a role may do', () => {
  const identityTables = ['member', 'admission', 'voted', 'secret', 'rehearsal'];

  test.each(roles.map((role) => [role]))('%s reads no identity and calls no vote function', async (role) => {
    const { db } = database.connectAs(role);
    for (const table of identityTables)
      await expect(db.execute(sql.raw(`select from vote.${table}`))).rejects.toMatchObject(denied);
    await expect(db.execute(sql`select vote.authorize('1', '1', '10.0.0.1', 'x')`)).rejects.toMatchObject(denied);
    await expect(db.execute(sql`select vote.cast('x', '[]')`)).rejects.toMatchObject(denied);
    await expect(db.execute(sql`select vote.record_ballot('x', 'paper', '[]')`)).rejects.toMatchObject(denied);
    await expect(db.execute(sql`select vote.digest('iin', '1')`)).rejects.toMatchObject(denied);
    await expect(
      db.execute(sql`insert into vote.ballot (district_code, channel, occurred_at) values ('x', 'paper', now())`),
    ).rejects.toMatchObject(denied);
  });

  test.each([['saylau_web'], ['saylau_live'], ['saylau_aggregator']] as const)(
    '%s reads no choice, before and after the close',
    async (role) => {
      const { db } = database.connectAs(role);
      for (const state of ['open', 'closed'] as const) {
        await setVoting(database.client.db, state);
        await expect(db.execute(sql`select from vote.ballot_choice`)).rejects.toMatchObject(denied);
        await expect(db.execute(sql`select from vote.candidacy`)).rejects.toMatchObject(denied);
      }
    },
  );

  test('saylau_web and saylau_live see nothing of the vote database', async () => {
    for (const role of ['saylau_web', 'saylau_live'] as const) {
      await expect(database.connectAs(role).db.execute(sql`select from vote.ballot`)).rejects.toMatchObject(denied);
    }
  });

  test('no function of the vote schema is open to everybody, nor any but one to a role of ours', async () => {
    const open = await database.client.db.execute(sql`
      select r.name, p.oid::regprocedure::text as function
      from pg_proc p, unnest(array['public', 'saylau_aggregator', 'saylau_live', 'saylau_web', 'saylau_counting']) r (name)
      where p.pronamespace = 'vote'::regnamespace and has_function_privilege(r.name, p.oid, 'execute')
    `);
    expect([...open]).toEqual([{ name: 'saylau_counting', function: 'vote.voting_is_closed()' }]);
  });

  test('every function that runs as the owner pins its search_path', async () => {
    const unpinned = await database.client.db.execute(sql`
      select oid::regprocedure::text from pg_proc
      where pronamespace = 'vote'::regnamespace and prosecdef
        and not coalesce('search_path=pg_catalog, pg_temp' = any(proconfig), false)
    `);
    expect([...unpinned]).toEqual([]);
  });
});

describe('saylau_counting', () => {
  const countChoices = async (db: Database) =>
    (await db.execute(sql`select ballot_id, contest_id, candidacy_id from vote.ballot_choice`)).length;

  test('sees choices once the last window has closed, and not a moment earlier', async () => {
    const { db: owner } = database.client;
    const { db } = database.connectAs('saylau_counting');
    await setVoting(owner, 'open');
    expect(await countChoices(db)).toBe(0);
    await setVoting(owner, 'closed');
    expect(await countChoices(db)).toBe(3);
    await owner.execute(
      sql`update vote.voting_window set closes_at = now() + interval '1 hour' where channel = 'paper'`,
    );
    expect(await countChoices(db)).toBe(0);
    expect([...(await db.execute(sql`select vote.voting_is_closed() as closed`))]).toEqual([{ closed: false }]);
  });

  test('follows the clock of a rehearsal, to the second of the close', async () => {
    const { db: owner } = database.client;
    const { db } = database.connectAs('saylau_counting');
    await owner.execute(
      sql`update vote.voting_window set opens_at = '2020-10-01T00:00:00+06', closes_at = '2020-10-04T14:00:00+06'`,
    );
    const setClock = (moment: string) =>
      owner.execute(sql`update vote.clock set mode = 'rehearsal', speed = 0, origin_election = ${moment}::timestamptz`);
    await setClock('2020-10-04T13:59:59+06');
    expect(await countChoices(db)).toBe(0);
    await setClock('2020-10-04T14:00:00+06');
    expect(await countChoices(db)).toBe(3);
    await owner.execute(sql`update vote.clock set mode = 'live'`);
  });

  test('sees no choice where no window was ever announced', async () => {
    const { db: owner } = database.client;
    await owner.execute(sql`truncate vote.voting_window`);
    expect(await countChoices(database.connectAs('saylau_counting').db)).toBe(0);
  });

  test('cannot look past the row policy or at when a ballot was cast', async () => {
    const { db } = database.connectAs('saylau_counting');
    await expect(db.execute(sql`alter table vote.ballot_choice disable row level security`)).rejects.toMatchObject(
      denied,
    );
    await expect(db.execute(sql`update vote.voting_window set closes_at = now()`)).rejects.toMatchObject(denied);
    await expect(db.execute(sql`update vote.clock set mode = 'rehearsal'`)).rejects.toMatchObject(denied);
    await expect(db.execute(sql`select occurred_at from vote.ballot`)).rejects.toMatchObject(denied);
    await expect(db.execute(sql`select xid from vote.ballot`)).rejects.toMatchObject(denied);
    await db.execute(sql`select id, district_code, channel from vote.ballot`);
    await db.execute(sql`select b.id from vote.contest b join vote.candidacy c on c.contest_id = b.id`);
  });
});
