import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { readEnvironment } from './environment.ts';

// Kept on globalThis: in development a module is loaded again with every change.
const held = globalThis as typeof globalThis & { saylauDatabase?: DatabaseClient };

/** The one pool of the process. */
export function getDatabase(): DatabaseClient['db'] {
  held.saylauDatabase ??= createDatabase(readEnvironment().WEB_DATABASE_URL, {
    applicationName: 'saylau-web',
    settings: { statement_timeout: '3000' },
  });
  return held.saylauDatabase.db;
}
