import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import type { DatabaseClient } from '#db/client.ts';
import { sql } from '#db/client.ts';
import type { Role } from '#db/roles.ts';
import { createWebhook } from '#db/webhooks/createWebhook.ts';
import { listDeliveries } from '#db/webhooks/listDeliveries.ts';
import type { Delivery, WantedEvent } from '#domain/webhooks/webhook.ts';
import { wantedEvents } from '#domain/webhooks/webhook.ts';
import type { PostOptions } from '#server/notifier/postMessage.ts';
import { startNotifier } from '#server/notifier/startNotifier.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export const administrator = { id: 'admin', name: 'Dana', role: 'admin', address: '10.0.0.9' };
const quiet = pino({ level: 'silent' });

export interface WebhookTest {
  database: TestDatabase;
  /** The owner. */
  db(): DatabaseClient['db'];
  /** Makes a webhook as the role of the web does. */
  add(url: string, events?: readonly WantedEvent[]): Promise<{ id: number; secret: string }>;
  receive(...answer: Parameters<typeof startReceiver>): Promise<Receiver>;
  /** A sender in this process, stopped after the test. */
  notify(options?: Partial<PostOptions>): () => Promise<void>;
  log(id: number): Promise<Delivery[]>;
  /** Lets everything that waits be due now. */
  hurry(): Promise<void>;
}

/** The small election anew for each test, without webhooks. */
export function openWebhooks(): WebhookTest {
  const database = openTestDatabase();
  const ends: (() => Promise<unknown>)[] = [];
  const db = () => database.client.db;
  const clients: Partial<Record<Role, DatabaseClient>> = {};
  const as = (role: Role) => {
    clients[role] ??= database.connectAs(role);
    return clients[role].db;
  };
  beforeEach(async () => {
    await loadSmallElection(db());
    await db().execute(sql`truncate ops.webhook cascade`);
    await db().execute(sql`insert into ops.webhook_outbox default values on conflict do nothing`);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  return {
    database,
    db,
    add: (url, events = wantedEvents) => createWebhook(as('saylau_web'), administrator, { url, events: [...events] }),
    receive: async (...answer) => {
      const receiver = await startReceiver(...answer);
      ends.push(receiver.close);
      return receiver;
    },
    notify: (options) => {
      const stop = startNotifier(as('saylau_notifier'), quiet, { allowLoopback: true, ...options });
      ends.push(stop);
      return stop;
    },
    log: (id) => listDeliveries(as('saylau_web'), id, { before: undefined, limit: 200 }),
    hurry: async () => {
      await db().execute(sql`
        update ops.webhook_delivery set next_attempt_at = clock_timestamp() where state = 'pending'`);
    },
  };
}
