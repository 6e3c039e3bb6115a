import { z } from 'zod';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireSession } from '../../../auth/requireStaff.ts';
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from '../../../auth/secondFactor.ts';

const Code = z.string().regex(/^\d{6}$/, 'six digits');
const Begin = z.strictObject({ currentPassword: z.string() });
const Confirm = z.strictObject({ code: Code });
const End = z.strictObject({ currentPassword: z.string(), code: Code });

export function POST(request: Request) {
  return answerStaff(request, async () => {
    const staff = await requireSession(request);
    const { currentPassword } = await readBody(request, Begin);
    return Response.json(await beginSecondFactor(request.headers, staff, currentPassword), { status: 201 });
  });
}

export function PUT(request: Request) {
  return answerStaff(request, async () => {
    const staff = await requireSession(request);
    const { code } = await readBody(request, Confirm);
    return confirmSecondFactor(request.headers, staff, code);
  });
}

export function DELETE(request: Request) {
  return answerStaff(request, async () => {
    const staff = await requireSession(request);
    const { currentPassword, code } = await readBody(request, End);
    await endSecondFactor(request.headers, staff, { password: currentPassword, code });
    return Response.json({ done: true });
  });
}
