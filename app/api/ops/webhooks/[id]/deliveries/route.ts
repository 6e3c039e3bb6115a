import { z } from 'zod';
import { listDeliveries } from '#db/webhooks/listDeliveries.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';
import { readParameters } from '../../../../parameters.ts';
import { readWebhookNumber } from '../../readWebhookNumber.ts';

interface Context {
  params: Promise<{ id: string }>;
}

const pageSize = 20;
const Parameters = z.object({ before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional() });

/** The newest, or those before the delivery of the number `before`. */
export function GET(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'webhook.read', wholeCountry);
    const { before } = readParameters(request, Parameters);
    const found = await listDeliveries(getDatabase(), readWebhookNumber((await params).id), {
      before,
      limit: pageSize + 1,
    });
    return Response.json({ deliveries: found.slice(0, pageSize), isWhole: found.length <= pageSize });
  });
}
