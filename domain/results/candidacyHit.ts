import type { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { Names } from '../languages.ts';
import { Candidacy } from './candidacy.ts';
import { CandidacyResult } from './edition.ts';

/** A candidacy that a search found, with its figures in the newest edition; they are null before the results. */
export const CandidacyHit = Candidacy.extend({
  contestNames: Names,
  unitCode: UnitCode,
  /** Null where the contest is of the whole country. */
  regionCode: UnitCode.nullable(),
  ...CandidacyResult.pick({ votes: true, rank: true, outcome: true }).shape,
});
export type CandidacyHit = z.infer<typeof CandidacyHit>;
