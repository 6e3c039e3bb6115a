import type { Database } from '#db/client.ts';
import type { CountBasis } from '#db/counting/getCountBasis.ts';
import { getContestsOf } from '#db/counting/getPreviousContests.ts';
import { Conflict } from '#domain/errors.ts';
import { listChanges } from '#domain/results/compareEditions.ts';
import { composeEdition } from '#domain/results/composeEdition.ts';
import type { ContestResult, Edition, EditionHead } from '#domain/results/edition.ts';
import { editionInput } from './editionInput.ts';

/**
 * The newest edition as it stands, without the contests taken back since; those given again stand as they last did.
 * Throws Conflict where nothing is released.
 */
export async function composeRetraction(db: Database, basis: CountBasis, head: EditionHead): Promise<Edition> {
  const { previous, retractions } = basis;
  if (!previous) throw new Conflict('nothing is released: what is taken back is left out of the count');
  const bare = composeEdition({ ...editionInput(basis, head), lots: [], protocols: null, source: 'tally' });
  const told = await listLastTold(db, basis);
  const contests = bare.contests.map((contest): ContestResult => {
    const reason = retractions.get(contest.id);
    if (reason) return { ...contest, state: 'withheld', withheld: { rule: 'retracted', districtCode: null, reason } };
    const last = told.get(contest.id);
    if (!last) throw new Conflict(`contest ${contest.id} was never released: count it anew`);
    return last;
  });
  return { ...bare, contests, changes: listChanges(previous, contests) };
}

/** Each contest as it stood in the newest edition that it was not taken back from. */
async function listLastTold(db: Database, { lastEdition, previous }: CountBasis): Promise<Map<string, ContestResult>> {
  const told = new Map<string, ContestResult>();
  const missing = new Set((previous ?? []).map(({ id }) => id));
  for (let edition = lastEdition; edition > 0 && missing.size > 0; edition -= 1) {
    const contests = edition === lastEdition ? previous : await getContestsOf(db, edition);
    for (const contest of contests ?? []) {
      if (!missing.has(contest.id) || contest.withheld?.rule === 'retracted') continue;
      told.set(contest.id, contest);
      missing.delete(contest.id);
    }
  }
  return told;
}
