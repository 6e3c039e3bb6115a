import type { CountBasis } from '#db/counting/getCountBasis.ts';
import { Conflict } from '#domain/errors.ts';
import type { EditionInput } from '#domain/results/composeEdition.ts';
import type { EditionHead } from '#domain/results/edition.ts';
import { votingSpan } from '#domain/schedule.ts';

/** What an edition is composed of, but for the votes. Throws Conflict where no voting is announced. */
export function editionInput(basis: CountBasis, head: EditionHead): Omit<EditionInput, 'protocols' | 'source'> {
  const span = votingSpan(basis.schedule);
  if (!span) throw new Conflict('no voting is announced: there is nothing to count');
  return {
    head,
    electionNames: basis.election.names,
    timeZone: basis.election.timeZone,
    channels: basis.election.channels,
    opensAt: new Date(span.opensAtMs).toISOString(),
    closesAt: new Date(span.closesAtMs).toISOString(),
    units: basis.units,
    turnout: basis.turnout,
    contests: basis.contests,
    candidacies: basis.candidacies,
    lots: basis.lots,
    retractions: basis.retractions,
    previous: basis.previous,
  };
}
