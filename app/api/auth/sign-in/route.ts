import { z } from 'zod';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { signIn } from '../../../auth/signIn.ts';

const SignIn = z.strictObject({ email: z.string(), password: z.string() });

export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { email, password } = await readBody(request, SignIn);
    return signIn(request.headers, email, password);
  });
}
