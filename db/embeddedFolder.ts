import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ClusterUser, runInitdb } from './embeddedBinaries.ts';

const neededBytes = 700 * 1024 * 1024;
/** What a start that was killed half-way may have left; a folder that is complete is ours, whatever else was put there since. */
const earlyEntries = ['password', 'postgres', 'postgres.log', 'demo.lock', 'logs'];

/** Makes the folder's cluster when there is none; returns the owner's password. */
export async function prepareFolder(dataDir: string, initdb: string, user: ClusterUser): Promise<string> {
  const passwordPath = join(dataDir, 'password');
  const clusterDir = join(dataDir, 'postgres');
  const complete = join(dataDir, 'complete');
  const entries = existsSync(dataDir) ? readdirSync(dataDir) : [];
  if (!entries.includes('complete') && entries.some((entry) => !earlyEntries.includes(entry))) {
    throw new Error(`${dataDir} holds files that are not Saylau's; name an empty folder with --data-dir`);
  }
  if (existsSync(complete)) {
    const versionPath = join(clusterDir, 'PG_VERSION');
    const version = existsSync(versionPath) ? readFileSync(versionPath, 'utf8').trim() : 'none';
    if (version !== '18') throw damaged(dataDir, `PG_VERSION is ${version}, expected 18`);
    return readFileSync(passwordPath, 'utf8').trim();
  }
  mkdirSync(dataDir, { recursive: true });
  const free = statfsSync(dataDir);
  if (free.bavail * free.bsize < neededBytes) {
    throw new Error(
      `${dataDir} has ${Math.floor((free.bavail * free.bsize) / 1e6)} MB free; the database needs ${Math.ceil(neededBytes / 1e6)} MB`,
    );
  }
  rmSync(clusterDir, { recursive: true, force: true });
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordPath, `${password}\n`, { mode: 0o600 });
  mkdirSync(clusterDir, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(clusterDir, user.uid, user.gid);
    chownSync(passwordPath, user.uid, user.gid);
  }
  await runInitdb({ initdb, clusterDir, passwordPath, user });
  writeFileSync(complete, '');
  return password;
}

function damaged(dataDir: string, detail: string): Error {
  return new Error(`the data folder ${dataDir} is damaged (${detail}); move it away or name another with --data-dir`);
}
