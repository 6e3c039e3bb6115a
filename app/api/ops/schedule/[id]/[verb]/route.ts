import { NotFound } from '#domain/errors.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
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
    const staff = await requireStaff(request, verb.action, wholeCountry);
    if (!/^\d{1,9}$/.test(asked.id)) throw new NotFound('no such proposal');
    await verb.run(request, staff, Number(asked.id));
    return Response.json(await readSchedule(staff.person));
  });
}
