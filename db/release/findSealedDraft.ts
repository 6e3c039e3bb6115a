import { Forbidden } from '#domain/errors.ts';
import { draftStateOf } from '#domain/results/draftState.ts';
import type { ShownDraft } from '#domain/results/releaseDesk.ts';
import { sqlState } from '../aggregate/serialization.ts';
import { type Database, sql, toInstant } from '../client.ts';

type Row = Omit<ShownDraft, 'state'> & { isReleased: boolean; isOutdated: boolean };

/** How the draft stands, for whoever holds this session; null before the first count. Throws Forbidden. */
export async function findSealedDraft(db: Database, sessionToken: string): Promise<ShownDraft | null> {
  const [answer] = await db
    .execute<{ status: Row | null }>(sql`select ops.release_status(${sessionToken}) as status`)
    .catch((error: unknown) => {
      throw sqlState(error) === '42501' ? new Forbidden('no living session that may read this') : error;
    });
  if (!answer?.status) return null;
  const { isReleased, isOutdated, verdicts, sealedAt, ...draft } = answer.status;
  return {
    ...draft,
    state: draftStateOf({ isReleased, isOutdated, verdicts }),
    sealedAt: toInstant(sealedAt),
    verdicts: verdicts.map((verdict) => ({ ...verdict, at: toInstant(verdict.at) })),
  };
}
