import { findIncidentPlace } from '#db/incidents/findIncidentPlace.ts';
import { getIncident } from '#db/incidents/getIncident.ts';
import { NotFound } from '#domain/errors.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';
import { readNumber } from '../../readNumber.ts';
import { verbs } from './verbs.ts';

interface Context {
  params: Promise<{ id: string; verb: string }>;
}

/** Does it and answers with the incident as it is now; 409 says who was first. */
export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const asked = await params;
    const verb = verbs.get(asked.verb);
    if (!verb) throw new NotFound('no such thing can be done to an incident');
    await requireStaff(request, verb.action);
    const number = readNumber(asked.id);
    const place = await findIncidentPlace(getDatabase(), number);
    const { actor, person } = await requireStaff(request, verb.action, place);
    await verb.run(request, actor, number);
    return Response.json(await getIncident(getDatabase(), number, person));
  });
}
