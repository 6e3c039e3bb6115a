import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { ResultId, VoteTreatment } from '../results/candidacy.ts';
import { Instant } from '../schedule.ts';
import { CommissionLevel } from '../staff/person.ts';
import { caseEventKinds } from './staffCase.ts';
import { CaseMeasure, IntakeChannel, Verdict, ViolationCategory } from './violation.ts';

/** A cell that only some steps fill. */
function cell<Shape extends z.ZodType>(shape: Shape) {
  return z.union([z.literal('').transform(() => null), shape]);
}
const Text = z.string().trim().max(4_000);

/** A row of a package's violations.csv: one step of one case. */
export const CaseScriptRow = z.object({
  case_id: z.string().regex(/^[A-Za-z0-9-]{1,32}$/, 'letters, digits and hyphens, at most 32'),
  step: z.enum(caseEventKinds),
  at: Instant,
  by: Text.min(1, 'who does it').max(120),
  channel: cell(IntakeChannel),
  category: cell(ViolationCategory),
  unit_code: cell(UnitCode),
  candidacy_id: cell(ResultId),
  summary: Text,
  reporter: Text.max(500),
  contacts: Text.max(500),
  accused: Text.max(500),
  commission_level: cell(CommissionLevel),
  number: Text.max(64),
  verdict: cell(Verdict),
  measure: cell(CaseMeasure),
  votes: cell(VoteTreatment),
  outcome: cell(z.enum(['upheld', 'overturned'])),
  duplicate_of: Text.max(32),
  note: Text,
  rule_kk: Text,
  rule_ru: Text,
  rule_en: Text,
  text_kk: Text,
  text_ru: Text,
  text_en: Text,
});
export type CaseScriptRow = z.infer<typeof CaseScriptRow>;

/** The cells that a step cannot be without. */
export const neededCells: Record<CaseScriptRow['step'], readonly (keyof CaseScriptRow)[]> = {
  filed: ['channel', 'category', 'unit_code', 'summary'],
  registered: [],
  assigned: ['commission_level'],
  review: [],
  transferred: ['commission_level', 'note'],
  decided: ['number', 'verdict'],
  duplicate: ['duplicate_of'],
  appeal_filed: ['note'],
  appeal_decided: [
    'commission_level',
    'number',
    'outcome',
    'rule_kk',
    'rule_ru',
    'rule_en',
    'text_kk',
    'text_ru',
    'text_en',
  ],
};
