import { endPersonSessions } from '#db/auth/people.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';

export function DELETE(request: Request, { params }: RouteContext<'/api/ops/people/[id]/sessions'>) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'people.endSessions', wholeCountry);
    const endedSessions = await endPersonSessions(getDatabase(), actor, (await params).id);
    return Response.json({ endedSessions });
  });
}
