import { createHash } from 'node:crypto';
import type { DatabaseClient } from '#db/client.ts';
import type { CountBasis } from '#db/counting/getCountBasis.ts';
import { recordLot, voidLot } from '#db/counting/recordLot.ts';
import type { Edition } from '#domain/results/edition.ts';

/** Who draws, and when by the election's clock. */
export interface Drawing {
  /** Null where ties are left as they are. */
  drawnBy: string | null;
  drawnAt: string;
  clerk: string;
}

/**
 * Draws a lot for every tie of an edition that was composed without lots, and voids those recorded for what is no tie any more:
 * a rehearsal's drawing, the same each time it is played.
 */
export async function settleTies(
  board: DatabaseClient,
  { lots }: Pick<CountBasis, 'lots'>,
  unsettled: Edition,
  { drawnBy, drawnAt, clerk }: Drawing,
): Promise<void> {
  const tiedIn = new Map(unsettled.contests.flatMap(({ id, tie }) => (tie ? [[id, tie.candidacyIds]] : [])));
  const settled = new Set<string>();
  for (const { contestId, order } of lots) {
    if (sameMembers(order, tiedIn.get(contestId) ?? [])) settled.add(contestId);
    else await voidLot(board.db, contestId, clerk);
  }
  for (const [contestId, ids] of tiedIn) {
    if (drawnBy === null || settled.has(contestId)) continue;
    await recordLot(board.db, { contestId, order: draw(contestId, ids), drawnBy, drawnAt, recordedBy: clerk });
  }
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

function draw(contestId: string, ids: readonly string[]): string[] {
  const ticket = (id: string) => createHash('sha256').update(`${contestId}:${id}`).digest('hex');
  return ids.toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1));
}
