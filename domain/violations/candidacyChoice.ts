import type { CandidacyHit } from '../results/candidacyHit.ts';

/** A candidacy to choose from. */
export type CandidacyChoice = Pick<CandidacyHit, 'id' | 'names' | 'contestNames' | 'ballotNumber' | 'status'>;

export interface CandidacyChoices {
  /** How many fit; the first of them are offered. */
  total: number;
  candidacies: CandidacyChoice[];
}
