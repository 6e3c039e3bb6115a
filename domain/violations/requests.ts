import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { plainText } from '../incidents/plainText.ts';
import { ResultId, VoteTreatment } from '../results/candidacy.ts';
import { Instant } from '../schedule.ts';
import { Commission } from './commission.ts';
import { CaseMeasure, IntakeChannel, Verdict, ViolationCategory } from './violation.ts';

/** The version of the case that its reader saw: one changed since is not changed blindly. */
const rowVersion = z.int().positive();
const note = plainText(2_000).optional();
const restricted = plainText(500).nullable().default(null);
const decisionNumber = plainText(64);
/** What a decision says is public: in all three languages. */
const publicText = (most: number) => z.strictObject({ kk: plainText(most), ru: plainText(most), en: plainText(most) });

/** Who reported, how to reach them, who is accused: seen by few, and each time logged. */
export const RestrictedFields = z.strictObject({ reporter: restricted, contacts: restricted, accused: restricted });
export type RestrictedFields = z.infer<typeof RestrictedFields>;

export const FileViolation = z.strictObject({
  /** Made by the form: sent twice it is one case. */
  requestId: z.uuid().optional(),
  channel: IntakeChannel,
  /** Now where it is left out. */
  receivedAt: Instant.refine((at) => Date.parse(at) >= Date.UTC(2000), 'before the year 2000').optional(),
  category: ViolationCategory,
  /** A district, a region, or the country. */
  unitCode: UnitCode,
  contestId: ResultId.nullable().default(null),
  candidacyId: ResultId.nullable().default(null),
  summary: plainText(4_000),
  restricted: RestrictedFields.optional(),
});
export type FileViolation = z.infer<typeof FileViolation>;

export const RegisterViolation = z.strictObject({ rowVersion, note });
export const AssignCommission = z.strictObject({ rowVersion, commission: Commission, note });
export type AssignCommission = z.infer<typeof AssignCommission>;
export const StartReview = z.strictObject({ rowVersion, note });
export const TransferCase = z.strictObject({ rowVersion, commission: Commission, note: plainText(2_000) });
export type TransferCase = z.infer<typeof TransferCase>;

export const DecideViolation = z.strictObject({
  rowVersion,
  number: decisionNumber,
  verdict: Verdict,
  measure: CaseMeasure.nullable().default(null),
  votes: VoteTreatment.nullable().default(null),
  /** Whom the decision concerns, where the case names nobody yet. */
  candidacyId: ResultId.optional(),
  rule: publicText(500),
  text: publicText(1_000),
});
export type DecideViolation = z.infer<typeof DecideViolation>;

export const MarkDuplicate = z.strictObject({ rowVersion, of: z.string().max(12), note });
export const FileAppeal = z.strictObject({ rowVersion, grounds: note });
export const DecideAppeal = z.strictObject({
  rowVersion,
  outcome: z.enum(['upheld', 'overturned']),
  number: decisionNumber,
  rule: publicText(500),
  text: publicText(1_000),
});
export type DecideAppeal = z.infer<typeof DecideAppeal>;
