import { giveVerdict } from '#db/release/giveVerdict.ts';
import { GiveVerdict } from '#domain/results/releaseDesk.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readSessionToken } from '../../../auth/findStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readReleaseDesk } from '../../../readReleaseDesk.ts';

/** How the release stands; never a figure, a file or the text of an objection. */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'results.read', wholeCountry);
    return Response.json(await readReleaseDesk(await readSessionToken(request.headers)));
  });
}

/** Approves or objects to the draft of this hash; answers with how the release stands now. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { actor } = await requireStaff(request, 'results.approve', wholeCountry);
    const given = await readBody(request, GiveVerdict);
    const sessionToken = await readSessionToken(request.headers);
    await giveVerdict(getDatabase(), { sessionToken, address: actor.address }, given);
    return Response.json(await readReleaseDesk(sessionToken));
  });
}
