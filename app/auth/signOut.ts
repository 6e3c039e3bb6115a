import { recordAudit } from '#db/audit/recordAudit.ts';
import { getDatabase } from '../database.ts';
import { getAuth } from './auth.ts';
import { findStaff } from './findStaff.ts';

/** Ends the session of this browser; said twice it does no harm. */
export async function signOut(headers: Headers): Promise<Response> {
  const staff = await findStaff(headers);
  const answer = await getAuth(headers).api.signOut({ headers, asResponse: true });
  if (staff)
    await getDatabase().transaction((tx) =>
      recordAudit(tx, staff.actor, { action: 'session.signOut', object: `person/${staff.person.id}` }),
    );
  const response = Response.json({ done: true });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('Set-Cookie', cookie);
  return response;
}
