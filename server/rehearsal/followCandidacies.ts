import { listStandings } from '#db/queries/listStandings.ts';
import { applyStandings } from '#db/vote/applyCandidacyChange.ts';
import type { RehearsalDatabases } from './rehearsal.ts';

/**
 * Brings decisions of commissions over to the vote database, as its operators would: what is decided at the console is known to the
 * board alone. Returns how many candidacies stand otherwise than before.
 */
export async function followCandidacies({ board, vote }: RehearsalDatabases): Promise<number> {
  return applyStandings(vote.db, await listStandings(board.db));
}
