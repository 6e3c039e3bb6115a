import { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { type Database, sql } from '../client.ts';
import { Marks } from './marks.ts';
import { withVoteErrors } from './voteErrors.ts';

export const CastRequest = z.strictObject({ credential: z.string().min(1).max(128), marks: Marks });
export type CastRequest = z.infer<typeof CastRequest>;

/**
 * Accepts the one ballot of a credential and says nothing of it.
 * Throws Forbidden (unknown credential, not open), Conflict (has voted) or InvalidInput (the marks), with nothing stored.
 */
export async function cast(db: Database, request: CastRequest): Promise<void> {
  const parsed = CastRequest.safeParse(request);
  if (!parsed.success) throw new InvalidInput(z.prettifyError(parsed.error));
  const { credential, marks } = parsed.data;
  await withVoteErrors(() => db.execute(sql`select vote.cast(${credential}::text, ${JSON.stringify(marks)}::jsonb)`));
}
