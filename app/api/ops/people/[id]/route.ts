import { placePerson } from '#db/auth/people.ts';
import { Placement } from '#domain/staff/newPerson.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { readBody } from '../../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';

/** Another role or region. */
export function PUT(request: Request, { params }: RouteContext<'/api/ops/people/[id]'>) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'people.update', wholeCountry);
    const placement = await readBody(request, Placement);
    await placePerson(getDatabase(), actor, (await params).id, placement);
    return Response.json({ done: true });
  });
}
