import { z } from 'zod';
import { changePassword, setPasswordByLink } from '#db/auth/passwords.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { takeAttempt } from '../../../auth/attemptLimit.ts';
import { clientAddress } from '../../../auth/clientAddress.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireSession } from '../../../auth/requireStaff.ts';
import { checkPassword } from '../../../auth/secondFactor.ts';
import { getDatabase } from '../../../database.ts';

const ByLink = z.strictObject({ secret: z.string().max(100), password: z.string() });
const Change = z.strictObject({ currentPassword: z.string(), password: z.string() });

/** Sets a password by a one-time link. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { secret, password } = await readBody(request, ByLink);
    await takeAttempt(request.headers);
    await setPasswordByLink(getDatabase(), { secret, password, address: clientAddress(request.headers) });
    return Response.json({ done: true });
  });
}

/** Replaces one's own. */
export function PUT(request: Request) {
  return answerStaff(request, async () => {
    const staff = await requireSession(request);
    const { currentPassword, password } = await readBody(request, Change);
    await checkPassword(request.headers, staff, currentPassword);
    const owner = { ...staff.actor, email: staff.person.email };
    await changePassword(getDatabase(), owner, { password, sessionId: staff.sessionId });
    return Response.json({ done: true });
  });
}
