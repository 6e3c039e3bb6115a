import { z } from 'zod';

/** What the log is filtered by, in the address of its page and of its API. */
export const AuditParameters = z.object({
  person: z.string().max(64).optional(),
  action: z.string().max(64).optional(),
  object: z.string().max(200).optional(),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});
