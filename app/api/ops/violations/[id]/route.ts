import { getCase } from '#db/violations/getCase.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { requireCaseStaff } from '../requireCaseStaff.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** Everything known of a case but its restricted fields. */
export function GET(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { number } = await requireCaseStaff(request, 'violation.read', (await params).id);
    return Response.json(await getCase(getDatabase(), number));
  });
}
