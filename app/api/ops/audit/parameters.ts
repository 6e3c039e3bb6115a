import { z } from 'zod';

const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\0'), 'no control characters')
    .optional();

/** What the log is filtered by, in the address of its page and of its API. */
export const AuditParameters = z.object({
  person: text(64),
  action: text(64),
  object: text(200),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});
