import { fileURLToPath } from 'node:url';
import { createDatabase } from '#db/client.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { migrate } from '#db/migrate.ts';
import { openRoles } from '#db/roles.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import type { BenchCluster } from './benchCluster.ts';

export function readBenchPackage(): Promise<ElectionPackage> {
  return readPackage(fileURLToPath(new URL('../../elections/kz-primaries-2020', import.meta.url)));
}

/** A migrated database with the units and the roll of the package. */
export async function openBenchDatabase(cluster: BenchCluster, name: string, source: ElectionPackage): Promise<string> {
  const url = await cluster.createDatabase(name);
  await migrate(url, ['vote-events', 'vote-reference', 'board', 'ops']);
  await openRoles(url);
  const owner = createDatabase(url, { applicationName: 'saylau-bench', maxConnections: 1 });
  await loadElection(owner.db, source, { isTest: true, clock: { mode: 'live' } });
  await owner.close();
  return url;
}
