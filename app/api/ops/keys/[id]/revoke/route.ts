import { listIntakeKeys, revokeIntakeKey } from '#db/incidents/intakeKeys.ts';
import { NotFound } from '#domain/errors.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';

interface Context {
  params: Promise<{ id: string }>;
}

export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'key.revoke', wholeCountry);
    const { id } = await params;
    if (!/^\d{1,9}$/.test(id)) throw new NotFound('no such key');
    await revokeIntakeKey(getDatabase(), actor, Number(id));
    return Response.json({ keys: await listIntakeKeys(getDatabase()) });
  });
}
