import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { caseStates, intakeChannels, measures, verdicts, violationCategories } from './caseWords.ts';

export const IntakeChannel = z.enum(intakeChannels);
export type IntakeChannel = z.infer<typeof IntakeChannel>;

export const ViolationCategory = z.enum(violationCategories);
export type ViolationCategory = z.infer<typeof ViolationCategory>;

export const CaseState = z.enum(caseStates);
export type CaseState = z.infer<typeof CaseState>;

export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

export const CaseMeasure = z.enum(measures);
export type CaseMeasure = z.infer<typeof CaseMeasure>;

const Count = z.int().nonnegative();

/** What the public reads of the cases of a unit: counts by state, by category and by measure, that add up to `total`. */
export const CaseCounts = z.strictObject({
  total: Count,
  byState: z.record(CaseState, Count),
  byCategory: z.record(ViolationCategory, Count),
  /** Of the decided ones. */
  byVerdict: z.record(Verdict, Count),
  /** Of the confirmed ones. */
  byMeasure: z.record(CaseMeasure, Count),
});
export type CaseCounts = z.infer<typeof CaseCounts>;

export const PublicCases = z.strictObject({
  country: CaseCounts,
  /** By region code; cases of the whole country stand under the country's code. */
  byRegion: z.record(UnitCode, CaseCounts),
});
export type PublicCases = z.infer<typeof PublicCases>;
