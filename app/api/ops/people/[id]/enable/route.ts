import { enablePerson } from '#db/auth/people.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';

export function POST(request: Request, { params }: RouteContext<'/api/ops/people/[id]/enable'>) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'people.disable', wholeCountry);
    await enablePerson(getDatabase(), actor, (await params).id);
    return Response.json({ done: true });
  });
}
