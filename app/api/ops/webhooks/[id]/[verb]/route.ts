import { NotFound } from '#domain/errors.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';
import { readWebhookNumber } from '../../readWebhookNumber.ts';
import { verbs } from './verbs.ts';

interface Context {
  params: Promise<{ id: string; verb: string }>;
}

/** `rotate` answers the new `secret`, this once. */
export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'webhook.write', wholeCountry);
    const { id, verb: name } = await params;
    const verb = verbs.get(name);
    if (!verb) throw new NotFound('no such thing can be done to a webhook');
    const answer = await verb(getDatabase(), actor, readWebhookNumber(id));
    return Response.json(answer ?? { done: true });
  });
}
