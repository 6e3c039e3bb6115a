import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDatabase, sql } from '#db/client.ts';
import { type EmbeddedCluster, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openRoles } from '#db/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

export const templateDatabase = 'saylau_template';

/** Test clusters keep nothing, so they need not wait for the disk. */
export const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/** A folder under the system's temporary one that the database's user may enter. */
export function makeOpenFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  return folder;
}

export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = makeOpenFolder('saylau-test-');
  const cluster = await startEmbedded({ dataDir, settings: throwawaySettings });
  const stop = async () => {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(cluster);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('clusterUrl', cluster.url('postgres'));
  return stop;
}

async function makeTemplate(cluster: EmbeddedCluster): Promise<void> {
  const admin = createDatabase(cluster.url('postgres'), { applicationName: 'saylau-test', maxConnections: 1 });
  await admin.db.execute(sql.raw(`create database ${templateDatabase}`));
  await admin.close();
  await migrate(cluster.url(templateDatabase), ['vote-events', 'vote-reference', 'board', 'ops']);
  await openRoles(cluster.url(templateDatabase));
}
