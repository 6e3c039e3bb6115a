import { redeliver } from '#db/webhooks/askDelivery.ts';
import { answerStaff } from '../../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../../database.ts';
import { readWebhookNumber } from '../../../readWebhookNumber.ts';

interface Context {
  params: Promise<{ id: string }>;
}

export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'webhook.write', wholeCountry);
    await redeliver(getDatabase(), actor, readWebhookNumber((await params).id));
    return Response.json({ done: true });
  });
}
