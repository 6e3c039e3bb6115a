import { z } from 'zod';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { readBody } from '../../../../auth/readBody.ts';
import { signInWithCode, signInWithRecoveryCode } from '../../../../auth/signIn.ts';

const Code = z.strictObject({
  /** Six digits of an authenticator, or a recovery code as it was written down. */
  code: z
    .string()
    .max(40)
    .transform((code) => code.replace(/\s/g, '')),
});

export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { code } = await readBody(request, Code);
    return /^\d{6}$/.test(code) ? signInWithCode(request.headers, code) : signInWithRecoveryCode(request.headers, code);
  });
}
