import { readRestricted, writeRestricted } from '#db/violations/restricted.ts';
import { RestrictedFields } from '#domain/violations/requests.ts';
import { answerStaff } from '../../../../../auth/answerStaff.ts';
import { readBody } from '../../../../../auth/readBody.ts';
import { getDatabase } from '../../../../../database.ts';
import { requireCaseStaff } from '../../requireCaseStaff.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** Who reported and who is accused. A POST, for asking leaves a line in the audit log. */
export function POST(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { staff, number } = await requireCaseStaff(request, 'violation.readRestricted', (await params).id);
    return Response.json(await readRestricted(getDatabase(), staff.actor, number));
  });
}

/** Adds to them; what is left out stays. */
export function PUT(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { staff, number } = await requireCaseStaff(request, 'violation.readRestricted', (await params).id);
    await writeRestricted(getDatabase(), staff.actor, number, await readBody(request, RestrictedFields));
    return Response.json({ done: true });
  });
}
