import { endOwnSession } from '#db/auth/sessions.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { requireSession } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';

/** Ends one of one's own sessions. */
export function DELETE(request: Request, { params }: RouteContext<'/api/auth/sessions/[id]'>) {
  return answerStaff(request, async () => {
    const staff = await requireSession(request);
    await endOwnSession(getDatabase(), staff.actor, (await params).id);
    return Response.json({ done: true });
  });
}
