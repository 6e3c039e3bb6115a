import { endProposal } from '#db/schedule/endProposal.ts';
import { NotFound } from '#domain/errors.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { readSessionToken } from '../../../../../auth/findStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';
import { readSchedule } from '../../readSchedule.ts';
import { verbs } from './verbs.ts';

interface Context {
  params: Promise<{ id: string; verb: string }>;
}

/** Confirms, declines or withdraws a proposal and answers with the schedule as it is now; 409 says who was first. */
export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const asked = await params;
    const verb = verbs.get(asked.verb);
    if (!verb) throw new NotFound('no such thing can be done to a proposal');
    const { person, actor } = await requireStaff(request, verb.action, wholeCountry);
    if (!/^\d{1,9}$/.test(asked.id)) throw new NotFound('no such proposal');
    const ending = await verb.read(request);
    const sessionToken = await readSessionToken(request.headers);
    await endProposal(getDatabase(), { sessionToken, address: actor.address }, Number(asked.id), ending);
    return Response.json(await readSchedule(person));
  });
}
