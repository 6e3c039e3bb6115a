import { getCase } from '#db/violations/getCase.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { isKnown } from '../../../answer.ts';
import { requireCaseStaff } from '../requireCaseStaff.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** Everything known of a case but its restricted fields; 304 while its version is the one known. */
export function GET(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    const { number } = await requireCaseStaff(request, 'violation.read', (await params).id);
    const shown = await getCase(getDatabase(), number);
    const etag = `W/"${shown.id} ${shown.rowVersion} ${shown.changedAt}"`;
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
    return Response.json(shown, { headers: { ETag: etag } });
  });
}
