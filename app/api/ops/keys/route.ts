import { createIntakeKey, listIntakeKeys } from '#db/incidents/intakeKeys.ts';
import { CreateKey } from '#domain/incidents/requests.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';

export function GET(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'key.read', wholeCountry);
    return Response.json({ keys: await listIntakeKeys(getDatabase()) });
  });
}

/** Makes a key; its `secret` is said this once. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'key.create', wholeCountry);
    const key = await readBody(request, CreateKey);
    return Response.json(await createIntakeKey(getDatabase(), actor, key), { status: 201 });
  });
}
