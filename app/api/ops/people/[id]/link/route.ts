import { renewPasswordLink } from '#db/auth/people.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';

/** `secret` ends the link with which the person sets a password, and is said once. */
export function POST(request: Request, { params }: RouteContext<'/api/ops/people/[id]/link'>) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'people.link', wholeCountry);
    const secret = await renewPasswordLink(getDatabase(), actor, (await params).id);
    return Response.json({ secret }, { status: 201 });
  });
}
