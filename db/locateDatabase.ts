import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The owner's address: DATABASE_URL, or the embedded database of a running demo. Throws an Error of one line. */
export function locateDatabase(dataDir = process.env.SAYLAU_DATA_DIR ?? '.saylau'): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const pidPath = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(pidPath)) {
    throw new Error(
      `no database: set DATABASE_URL, or start npm run demo (nothing runs on ${dataDir}; SAYLAU_DATA_DIR names another)`,
    );
  }
  const port = readFileSync(pidPath, 'utf8').split('\n')[3];
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
  return `postgres://saylau:${password}@127.0.0.1:${port}/saylau`;
}
