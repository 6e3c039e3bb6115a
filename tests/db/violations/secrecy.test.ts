import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { listAudit } from '#db/audit/listAudit.ts';
import { sql } from '#db/client.ts';
import { roles } from '#db/roles.ts';
import { getCase } from '#db/violations/getCase.ts';
import { readRestricted, writeRestricted, writeRestrictedOf } from '#db/violations/restricted.ts';
import { NotFound } from '#domain/errors.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { canaries, clerk, putCase } from '../../support/violations.ts';

const database = openTestDatabase();
let number = 0;

beforeAll(async () => {
  await loadSmallElection(database.client.db);
  number = await putCase(database.connectAs('saylau_web').db, { restricted: canaries });
});

const words = /Canary|555 31 31/i;

async function listRelations(): Promise<string[]> {
  const rows = await database.client.db.execute<{ name: string }>(sql`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' order by 1`);
  return rows.map(({ name }) => name);
}

describe('the names of a case', () => {
  test('stand in one table only, which no role can read', async () => {
    const found: string[] = [];
    for (const name of await listRelations()) {
      const [row] = await database.client.db.execute<{ text: string | null }>(
        sql.raw(`select string_agg(t::text, ' ') as text from ${name} t`),
      );
      if (words.test(row?.text ?? '')) found.push(name);
    }
    expect(found).toEqual(['ops.violation_restricted']);
    for (const role of roles) {
      const { db } = database.connectAs(role);
      await expect(db.execute(sql`select from ops.violation_restricted`), role).rejects.toThrow();
      await expect(db.execute(sql`update ops.violation_restricted set reporter = null`), role).rejects.toThrow();
    }
  });

  test('are in nothing that any role can select', async () => {
    let tried = 0;
    for (const role of roles) {
      const { db } = database.connectAs(role);
      for (const name of await listRelations()) {
        const rows = await db
          .execute<{ text: string | null }>(sql.raw(`select string_agg(t::text, ' ') as text from ${name} t`))
          .catch(() => []);
        tried += 1;
        expect(rows[0]?.text ?? '', `${role} reads ${name}`).not.toMatch(words);
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  test('are read through a function that only the role of the pages may call', async () => {
    for (const role of roles.filter((each) => each !== 'saylau_web')) {
      const { db } = database.connectAs(role);
      await expect(
        db.execute(sql`select * from ops.read_restricted(${number}, 'x', 'x', 'x', null)`),
        role,
      ).rejects.toThrow();
      await expect(db.execute(sql`select ops.change_candidacy(1)`), role).rejects.toThrow();
    }
  });
});

test('whoever reads the restricted fields is in the audit log, in the same transaction', async () => {
  const { db } = database.connectAs('saylau_web');
  expect(await readRestricted(db, clerk, number)).toEqual(canaries);
  const { entries } = await listAudit(db, { action: 'violation.readRestricted' }, 10);
  expect(entries).toMatchObject([
    {
      personId: 'clerk',
      personName: 'Clerk',
      object: `violation/${(await getCase(db, number)).id}`,
      address: '10.0.0.1',
    },
  ]);
  await expect(readRestricted(db, clerk, 99_999)).rejects.toThrow(NotFound);
  await expect(readRestricted(db, { ...clerk, id: null }, number)).rejects.toThrow('by a person');
  expect((await listAudit(db, { action: 'violation.readRestricted' }, 10)).entries).toHaveLength(1);
});

test('adding to the restricted fields keeps the others, and the log names the fields only', async () => {
  const { db } = database.connectAs('saylau_web');
  await writeRestricted(db, clerk, number, { reporter: null, contacts: 'canary@example.org', accused: null });
  expect(await readRestricted(db, clerk, number)).toEqual({ ...canaries, contacts: 'canary@example.org' });
  const { entries } = await listAudit(db, { action: 'violation.writeRestricted' }, 1);
  expect(entries[0]?.after).toEqual({ reporter: false, contacts: true, accused: false });
});

test('a failed query tells a log what was asked, and nothing of what was written', async () => {
  const { db } = database.connectAs('saylau_live');
  const failed: unknown = await db
    .transaction((tx) => writeRestrictedOf(tx, clerk, number, canaries))
    .catch((error: unknown) => error);
  const told = [
    inspect(failed, { depth: 9 }),
    failed instanceof Error ? failed.stack : '',
    JSON.stringify(failed),
  ].join();
  expect(told).toContain('ops.write_restricted');
  expect(told).not.toMatch(words);
});
