import { z } from 'zod';

const Id = z.string().min(1).max(120);

/** What a voter marked; a contest without candidacies, or no contest at all, is a blank vote. */
export const Marks = z.array(z.strictObject({ contest: Id, candidacies: z.array(Id).max(500) })).max(100);
export type Marks = z.infer<typeof Marks>;
