import { z } from 'zod';
import { UnitCode } from '#domain/geography.ts';
import { CommissionLevel } from '#domain/staff/person.ts';
import { CaseState, ViolationCategory } from '#domain/violations/violation.ts';

/** How a list of cases is narrowed, in the address of its page and of its API. */
export const CaseParameters = z.object({
  state: z.union([CaseState, z.literal('open')]).optional(),
  category: ViolationCategory.optional(),
  /** A region or a district. */
  unit: UnitCode.optional(),
  /** Of which kind the commission is that has it; `mine`: the reader's own. */
  level: z.union([CommissionLevel, z.literal('mine')]).optional(),
  /** At least so many hours in its state. */
  hours: z.coerce.number().int().min(1).max(10_000).optional(),
  q: z.string().max(100).optional(),
  before: z.coerce.number().int().positive().max(1_000_000_000).optional(),
});
export type CaseParameters = z.infer<typeof CaseParameters>;
