import { createDatabase, type DatabaseClient } from '../client.ts';
import { locateDatabase } from '../locateDatabase.ts';

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs one command on the database with a clear line where it fails; exits non-zero when it returns false or throws. */
export async function runCommand(
  name: string,
  command: (database: DatabaseClient, url: string) => Promise<boolean>,
): Promise<void> {
  let database: DatabaseClient | undefined;
  try {
    const url = locateDatabase();
    database = createDatabase(url, { applicationName: `saylau-${name}`, maxConnections: 2 });
    process.exitCode = (await command(database, url)) ? 0 : 1;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    process.stderr.write(`${name}: ${cause instanceof Error ? cause.message || cause.name : cause}\n`);
    process.exitCode = 1;
  } finally {
    await database?.close();
  }
}
