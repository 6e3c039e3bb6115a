import { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { UnitCode } from '#domain/geography.ts';
import { RefusalReason } from '#domain/turnout.ts';
import { type Database, sql } from '../client.ts';
import { withVoteErrors } from './voteErrors.ts';

export const AuthorizationRequest = z.strictObject({
  iin: z.string().max(32),
  phone: z.string().max(40),
  ip: z.union([z.ipv4(), z.ipv6()]),
  districtCode: UnitCode,
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

export const Authorization = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('authorized'), credential: z.string() }),
  z.object({ outcome: z.literal('refused'), reason: RefusalReason }),
]);
export type Authorization = z.infer<typeof Authorization>;

/** Admits a member once, or records the refusal; throws InvalidInput, with nothing stored, where the request is malformed. */
export async function authorize(db: Database, request: AuthorizationRequest): Promise<Authorization> {
  const parsed = AuthorizationRequest.safeParse(request);
  if (!parsed.success) throw new InvalidInput(z.prettifyError(parsed.error));
  const { iin, phone, ip, districtCode } = parsed.data;
  const [row] = await withVoteErrors(() =>
    db.execute(sql`
      select outcome, reason, credential
      from vote.authorize(${iin}::text, ${phone}::text, ${ip}::inet, ${districtCode}::text)
    `),
  );
  return Authorization.parse(row);
}
