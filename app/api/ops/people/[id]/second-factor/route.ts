import { resetSecondFactor } from '#db/auth/people.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';

export function DELETE(request: Request, { params }: RouteContext<'/api/ops/people/[id]/second-factor'>) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'people.resetSecondFactor', wholeCountry);
    await resetSecondFactor(getDatabase(), actor, (await params).id);
    return Response.json({ done: true });
  });
}
