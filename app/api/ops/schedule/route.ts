import { createHash } from 'node:crypto';
import { proposeSchedule } from '#db/schedule/proposeSchedule.ts';
import { ProposeSchedule } from '#domain/schedule/requests.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readSessionToken } from '../../../auth/findStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff, wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { isKnown } from '../../answer.ts';
import { readSchedule } from './readSchedule.ts';

/** The schedule and its proposals; asked for every two seconds, so 304 while nothing changed. */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    const { person } = await requireStaff(request, 'schedule.read');
    const body = JSON.stringify(await readSchedule(person));
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
    return new Response(body, { headers: { 'Content-Type': 'application/json', ETag: etag } });
  });
}

/** Proposes a change; 409 says why it could not be announced. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    const { actor, person } = await requireStaff(request, 'schedule.propose', wholeCountry);
    const change = await readBody(request, ProposeSchedule);
    const sessionToken = await readSessionToken(request.headers);
    await proposeSchedule(getDatabase(), { sessionToken, address: actor.address }, change);
    return Response.json(await readSchedule(person), { status: 201 });
  });
}
