import { getFeed } from '#db/queries/getFeed.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { listEditions } from '#db/queries/listEditions.ts';
import { findSealedDraft } from '#db/release/findSealedDraft.ts';
import { listReleasePeople } from '#db/release/listReleasePeople.ts';
import type { ReleaseDesk } from '#domain/results/releaseDesk.ts';
import { publicationInForce, votingSpan } from '#domain/schedule.ts';
import { getDatabase } from './database.ts';

/** How the release stands, for whoever holds this session. */
export async function readReleaseDesk(sessionToken: string): Promise<ReleaseDesk> {
  const db = getDatabase();
  const [draft, people, schedule, editions, { clock }] = await Promise.all([
    findSealedDraft(db, sessionToken),
    listReleasePeople(db),
    getSchedule(db),
    listEditions(db),
    getFeed(db),
  ]);
  const span = votingSpan(schedule);
  return {
    draft,
    ...people,
    closesAt: span && new Date(span.closesAtMs).toISOString(),
    publishAt: publicationInForce(schedule)?.publishAt ?? null,
    editions: editions
      .flatMap(({ number, releasedAt, reason, manifestHash, approvedBy }) =>
        number > 0 && releasedAt !== null ? [{ number, releasedAt, reason, manifestHash, approvedBy }] : [],
      )
      .reverse(),
    clock,
  };
}
