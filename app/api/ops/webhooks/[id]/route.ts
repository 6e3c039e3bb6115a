import { changeWebhook } from '#db/webhooks/changeWebhook.ts';
import { removeWebhook } from '#db/webhooks/switchWebhook.ts';
import { ChangeWebhook } from '#domain/webhooks/requests.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { readBody } from '../../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { readWebhookNumber } from '../readWebhookNumber.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** Changes its address and events; 409 where somebody else did meanwhile, or another webhook has that address. */
export function PUT(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'webhook.write', wholeCountry);
    const id = readWebhookNumber((await params).id);
    await changeWebhook(getDatabase(), actor, id, await readBody(request, ChangeWebhook));
    return Response.json({ done: true });
  });
}

export function DELETE(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'webhook.write', wholeCountry);
    await removeWebhook(getDatabase(), actor, readWebhookNumber((await params).id));
    return Response.json({ done: true });
  });
}
