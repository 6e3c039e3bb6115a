import { createWebhook } from '#db/webhooks/createWebhook.ts';
import { listWebhooks } from '#db/webhooks/listWebhooks.ts';
import { CreateWebhook } from '#domain/webhooks/requests.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';

export function GET(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'webhook.read', wholeCountry);
    return Response.json({ webhooks: await listWebhooks(getDatabase()) });
  });
}

/** Makes a webhook; its `secret` is said this once. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'webhook.write', wholeCountry);
    const webhook = await readBody(request, CreateWebhook);
    return Response.json(await createWebhook(getDatabase(), actor, webhook), { status: 201 });
  });
}
