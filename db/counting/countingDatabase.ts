import { createDatabase, type DatabaseClient } from '../client.ts';

/** The counting people's pool: a frozen one of them must not hold up the release. */
export function createCountingDatabase(url: string): DatabaseClient {
  return createDatabase(url, {
    applicationName: 'saylau-counting',
    maxConnections: 2,
    settings: { idle_in_transaction_session_timeout: '10s' },
  });
}
