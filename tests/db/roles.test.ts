import { beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '#db/aggregate/serialization.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { type Role, roles } from '#db/roles.ts';
import { openTestDatabase } from '../support/database.ts';
import { loadSmallElection } from '../support/smallElection.ts';

const denied = '42501';
/** A statement that got as far as a missing value, a second row or its argument was allowed. */
const pastTheRights = ['23502', '23505', 'P0001', '22023'];

/** Every table of ours and what each role may do with it; what is not said is denied. */
const allowed: Record<Role, { read: readonly string[]; write: readonly string[]; remove?: readonly string[] }> = {
  saylau_aggregator: {
    read: ['board.*', 'vote.authorization', 'vote.refusal', 'vote.ballot', 'vote.turnout_correction'],
    write: [
      'version',
      'checkpoint',
      'turnout',
      'turnout_refusal',
      'turnout_minute',
      'turnout_correction',
      'quarantine',
    ].map((table) => `board.${table}`),
  },
  saylau_live: { read: ['board.*', 'published.*'], write: [] },
  saylau_web: { read: ['board.*', 'published.*'], write: [] },
  saylau_counting: {
    read: [
      ...['vote.ballot', 'vote.ballot_choice', 'vote.contest', 'vote.candidacy', 'vote.district'],
      ...['election', 'unit', 'contest', 'candidacy', 'candidacy_change', 'window_change', 'publication_change'].map(
        (table) => `board.${table}`,
      ),
      ...['clock', 'version', 'checkpoint', 'turnout', 'quarantine'].map((table) => `board.${table}`),
      'sealed.*',
      'published.*',
    ],
    // Into the files of a draft and the zero feed it writes by row only (tests/db/counting/secrecy.test.ts).
    write: ['sealed.edition', 'sealed.act', 'published.signing_key'],
    remove: ['published.edition', 'published.file', 'published.signing_key'],
  },
  saylau_detector: {
    read: [
      'version',
      'checkpoint',
      'clock',
      'unit',
      'window_change',
      'turnout',
      'turnout_refusal',
      'turnout_minute',
    ].map((table) => `board.${table}`),
    write: [],
  },
  saylau_notifier: {
    read: [
      ...['election', 'version', 'clock', 'window_change', 'publication_change'].map((table) => `board.${table}`),
      'published.edition',
    ],
    write: [],
  },
};

describe('database roles', () => {
  const database = openTestDatabase();
  let tables: string[] = [];
  let connections: Record<Role, DatabaseClient>;
  beforeAll(async () => {
    connections = {
      saylau_aggregator: database.connectAs('saylau_aggregator'),
      saylau_live: database.connectAs('saylau_live'),
      saylau_web: database.connectAs('saylau_web'),
      saylau_counting: database.connectAs('saylau_counting'),
      saylau_detector: database.connectAs('saylau_detector'),
      saylau_notifier: database.connectAs('saylau_notifier'),
    };
    await loadSmallElection(database.client.db);
    const rows = await database.client.db.execute<{ name: string }>(sql`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('vote', 'board', 'sealed', 'published') and table_type = 'BASE TABLE' order by 1`);
    tables = rows.map((row) => row.name);
  });

  const may = (role: Role, right: 'read' | 'write' | 'remove', table: string) =>
    (allowed[role][right] ?? []).some(
      (name) => name === table || (name.endsWith('.*') && table.startsWith(name.slice(0, -1))),
    );

  const trial = async (role: Role, statement: string) => {
    try {
      await connections[role].db.execute(sql.raw(statement));
      return 'allowed';
    } catch (error) {
      const state = sqlState(error) ?? '';
      if (pastTheRights.includes(state)) return 'allowed';
      if (state !== denied) throw error;
      return 'denied';
    }
  };

  it.each(roles)('%s reads what it needs and nothing else', async (role) => {
    for (const table of tables) {
      const [schema, name] = table.split('.');
      const columns = may(role, 'read', table) && schema === 'vote' ? 'district_code' : '*';
      const readable = ['vote.contest', 'vote.candidacy', 'vote.ballot_choice'].includes(table)
        ? 'contest_id'
        : columns;
      const column = { 'vote.contest': 'id', 'vote.district': 'code' }[table] ?? readable;
      expect([table, await trial(role, `select ${column} from ${schema}."${name}" limit 1`)]).toEqual([
        table,
        may(role, 'read', table) ? 'allowed' : 'denied',
      ]);
    }
  });

  it.each(roles)('%s changes what it keeps and nothing else', async (role) => {
    for (const table of tables) {
      const [schema, name] = table.split('.');
      const removes = may(role, 'remove', table) ? 'allowed' : 'denied';
      expect([table, await trial(role, `delete from ${schema}."${name}" where false`)]).toEqual([table, removes]);
      const writes = may(role, 'write', table) ? 'allowed' : 'denied';
      expect([table, await trial(role, `insert into ${schema}."${name}" default values`)]).toEqual([table, writes]);
    }
  });

  it.each(roles)('%s may not call the vote database', async (role) => {
    expect(await trial(role, `select vote.digest('iin', '1')`)).toBe('denied');
    expect(
      await trial(role, `select * from vote.authorize('850101300123', '+77010000000', '10.0.0.1', 'XX-A-1')`),
    ).toBe('denied');
  });
});
