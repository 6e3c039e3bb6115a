import { type ExtractTablesWithRelations, type SQL, sql } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

type NoSchema = Record<string, never>;
export type Transaction = PgTransaction<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;
/** A pool or a transaction of it: what a query or a command runs on. */
export type Database = PostgresJsDatabase<NoSchema> | Transaction;

export interface DatabaseClient {
  db: PostgresJsDatabase<NoSchema>;
  /** The driver itself, for COPY and LISTEN. */
  connection: postgres.Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  applicationName: string;
  maxConnections?: number;
  /** Session settings of the server, such as `idle_in_transaction_session_timeout`. */
  settings?: Record<string, string>;
}

/** A pool that connects when it is first used and again after the server was away. */
export function createDatabase(url: string, options: DatabaseOptions): DatabaseClient {
  const connection = postgres(url, {
    max: options.maxConnections ?? 4,
    connect_timeout: 5,
    idle_timeout: 60,
    // A lost server is asked again at once, then every second: the board is stale while it waits.
    backoff: (attempt) => Math.min(1, attempt * 0.2),
    onnotice: () => {},
    connection: { application_name: options.applicationName, TimeZone: 'UTC', ...options.settings },
  });
  return { db: drizzle(connection), connection, close: () => connection.end({ timeout: 5 }) };
}

/** An instant as PostgreSQL gives it (`2020-10-02 11:00:00+00`) in the form it travels in. */
export function toInstant(value: string): string {
  return new Date(value).toISOString();
}

export { type SQL, sql };
