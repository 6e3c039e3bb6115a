import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { type Role, roleUrl } from '#db/roles.ts';
import { templateDatabase } from './startCluster.ts';

export interface TestDatabase {
  /** The owner's address. */
  url: string;
  client: DatabaseClient;
  /** A pool that connects as `role`; closed with the database. */
  connectAs(role: Role): DatabaseClient;
  drop(): Promise<void>;
}

/** A database of its own, migrated and empty, from the cluster that the test run started. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const clusterUrl = inject('clusterUrl');
  const admin = createDatabase(clusterUrl, { applicationName: 'saylau-test', maxConnections: 1 });
  await admin.db.execute(sql.raw(`create database ${name} template ${templateDatabase}`));
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const clients: DatabaseClient[] = [];
  const connect = (address: string) => {
    const client = createDatabase(address, { applicationName: 'saylau-test', maxConnections: 10 });
    clients.push(client);
    return client;
  };
  return {
    url: url.href,
    client: connect(url.href),
    connectAs: (role) => connect(roleUrl(url.href, role)),
    drop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await admin.db.execute(sql.raw(`drop database ${name} with (force)`));
      await admin.close();
    },
  };
}

/** One database for the tests of a file. */
export function openTestDatabase(): TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database?.drop();
  });
  return new Proxy({} as TestDatabase, {
    get: (_, property: keyof TestDatabase) => {
      if (!database) throw new Error('the database is made in beforeAll');
      return database[property];
    },
  });
}
