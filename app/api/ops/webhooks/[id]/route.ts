import { removeWebhook } from '#db/webhooks/switchWebhook.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { readWebhookNumber } from '../readWebhookNumber.ts';

interface Context {
  params: Promise<{ id: string }>;
}

export function DELETE(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'webhook.write', wholeCountry);
    await removeWebhook(getDatabase(), actor, readWebhookNumber((await params).id));
    return Response.json({ done: true });
  });
}
