import { NotFound } from '#domain/errors.ts';
import { listedIncidents } from '#domain/incidents/listed.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { getPublicCases } from '../violations/getPublicCases.ts';
import { getPublicStatus } from './getPublicStatus.ts';
import { listPublicIncidents } from './listPublicIncidents.ts';

/** Everything public of incidents and violations, read at one moment. Throws NotFound before a package was loaded. */
export async function getStatusFile(db: DatabaseClient['db']): Promise<StatusFile> {
  return db.transaction(
    async (tx) => {
      const [election] = await tx.execute<{ id: string; is_test: boolean }>(
        sql`select id, is_test from board.election`,
      );
      if (!election) throw new NotFound('no election is loaded');
      const { version, open } = await getPublicStatus(tx);
      const incidents = await listPublicIncidents(tx, listedIncidents);
      const cases = await getPublicCases(tx);
      return { electionId: election.id, isTest: election.is_test, version, open, incidents, cases };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
