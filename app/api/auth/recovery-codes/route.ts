import { z } from 'zod';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireSession } from '../../../auth/requireStaff.ts';
import { renewRecoveryCodes } from '../../../auth/secondFactor.ts';

const Renewal = z.strictObject({ currentPassword: z.string() });

export function POST(request: Request) {
  return answerStaff(request, async () => {
    const staff = await requireSession(request);
    const { currentPassword } = await readBody(request, Renewal);
    return Response.json({ recoveryCodes: await renewRecoveryCodes(request.headers, staff, currentPassword) });
  });
}
