import { z } from 'zod';
import { Names } from '../languages.ts';
import { Instant } from '../schedule.ts';

export const candidacyStatuses = ['registered', 'withdrawn', 'removed', 'deceased'] as const;
export const CandidacyStatus = z.enum(candidacyStatuses);
export type CandidacyStatus = z.infer<typeof CandidacyStatus>;

/** What happens to the votes of a candidacy that is no longer registered; it never gets a seat, whichever it is. */
export const voteTreatments = ['counted', 'annulled', 'pending'] as const;
export const VoteTreatment = z.enum(voteTreatments);
export type VoteTreatment = z.infer<typeof VoteTreatment>;

export const ResultId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'letters, digits and hyphens, at most 64');

/** A decision that changed a candidacy's status; a later one of the same candidacy replaces it. */
export const CandidacyDecision = z.strictObject({
  status: CandidacyStatus,
  votes: VoteTreatment,
  announcedAt: Instant,
  /** Number of the decision, as its commission gave it. */
  number: z.string().min(1).max(64),
  decidedBy: Names,
  /** The rule that was broken, or that the decision rests on. */
  rule: Names,
  reason: Names,
});
export type CandidacyDecision = z.infer<typeof CandidacyDecision>;

export const Candidacy = z.strictObject({
  id: ResultId,
  contestId: ResultId,
  /** Place on the ballot, from 1. */
  ballotNumber: z.int().min(1),
  names: Names,
  status: CandidacyStatus,
  /** The decision in force, where there is one. */
  decision: CandidacyDecision.nullable(),
});
export type Candidacy = z.infer<typeof Candidacy>;
