import { getCase } from '#db/violations/getCase.ts';
import { NotFound } from '#domain/errors.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { getDatabase } from '../../../../../database.ts';
import { requireCaseStaff } from '../../requireCaseStaff.ts';
import { verbs } from './verbs.ts';

interface Context {
  params: Promise<{ id: string; verb: string }>;
}

/** Does it and answers with the case as it is now; 409 says who was first. */
export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const asked = await params;
    const verb = verbs.get(asked.verb);
    if (!verb) throw new NotFound('no such thing can be done to a case');
    const found = await requireCaseStaff(request, verb.action, asked.id);
    await verb.run(request, found);
    return Response.json(await getCase(getDatabase(), found.number));
  });
}
