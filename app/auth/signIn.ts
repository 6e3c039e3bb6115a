import { setTimeout as delay } from 'node:timers/promises';
import { hashPassword } from 'better-auth/crypto';
import { recordAudit } from '#db/audit/recordAudit.ts';
import { beginAttempt, forgetFailures } from '#db/auth/attempts.ts';
import { dropSession, recordSignIn } from '#db/auth/sessions.ts';
import { isCodeTaken, takeCode } from '#db/auth/takeCode.ts';
import { mostPasswordLength } from '#domain/staff/password.ts';
import { getDatabase } from '../database.ts';
import { takeAttempt } from './attemptLimit.ts';
import { getAuth } from './auth.ts';
import { clientAddress } from './clientAddress.ts';
import { findStaff, findStaffOf } from './findStaff.ts';
import { Unauthorized } from './refusals.ts';

/** A refused sign-in takes at least so long, so that its time says nothing of why (ms). */
const leastRefusalMs = 400;

/** What the sign-in goes on with: the console, or the second factor. Both answers carry their cookies. */
export type SignInStep = 'done' | 'second_factor';

/** Throws Unauthorized for a wrong password as for an unknown, locked or disabled account; TooManyRequests. */
export async function signIn(headers: Headers, email: string, password: string): Promise<Response> {
  await takeAttempt(headers);
  const leastTime = delay(leastRefusalMs);
  try {
    return await tryPassword(headers, email.trim().toLowerCase(), password);
  } catch (error) {
    await leastTime;
    throw error;
  }
}

async function tryPassword(headers: Headers, email: string, password: string): Promise<Response> {
  if (password.length > mostPasswordLength) throw new Unauthorized('not signed in');
  const auth = getAuth(headers);
  const attempt = await beginAttempt(getDatabase(), email);
  if (!attempt) {
    await hashPassword(password);
    throw new Unauthorized('not signed in');
  }
  const answer = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (!answer.ok) {
    if (attempt.isLast) await recordLockOut(headers, attempt.personId);
    throw new Unauthorized('not signed in');
  }
  await forgetFailures(getDatabase(), attempt.personId);
  const body: { token?: string; twoFactorRedirect?: boolean } = await answer.json();
  if (body.twoFactorRedirect) return stepAnswer('second_factor', answer);
  return finish(headers, answer, body.token, false);
}

/** The code of an authenticator, after the password. Throws Unauthorized, TooManyRequests. */
export async function signInWithCode(headers: Headers, code: string): Promise<Response> {
  await takeAttempt(headers);
  if (await isCodeTaken(getDatabase(), challengeOf(headers), code)) throw new Unauthorized('the code was used');
  const answer = await getAuth(headers).api.verifyTOTP({
    body: { code },
    headers: challengeOnly(headers),
    asResponse: true,
  });
  if (!answer.ok) throw new Unauthorized('the code is not right');
  const body: { token: string; user: { id: string } } = await answer.json();
  if (!(await takeCode(getDatabase(), body.user.id, code))) {
    await dropSession(getDatabase(), body.token);
    throw new Unauthorized('the code was used');
  }
  return finish(headers, answer, body.token, true);
}

/** One of the codes that were written down, after the password. Throws Unauthorized, TooManyRequests. */
export async function signInWithRecoveryCode(headers: Headers, code: string): Promise<Response> {
  await takeAttempt(headers);
  const answer = await getAuth(headers).api.verifyBackupCode({
    body: { code },
    headers: challengeOnly(headers),
    asResponse: true,
  });
  if (!answer.ok) throw new Unauthorized('the code is not right');
  const body: { token: string } = await answer.json();
  return finish(headers, answer, body.token, true);
}

/** Ends what this browser had before, so that no sign-in lives on under another; then the new session is known. */
async function finish(
  headers: Headers,
  answer: Response,
  token: string | undefined,
  withCode: boolean,
): Promise<Response> {
  const db = getDatabase();
  const staff = token === undefined ? null : await findStaffOf(token, headers);
  if (!staff) throw new Unauthorized('not signed in');
  const before = await findStaff(headers);
  if (before) await getAuth(headers).api.signOut({ headers });
  await recordSignIn(db, staff.actor, { sessionId: staff.sessionId, withCode });
  return stepAnswer('done', answer);
}

/** better-auth's own body names the session's token and the person; a page needs neither. */
function stepAnswer(step: SignInStep, answer: Response): Response {
  const response = Response.json({ step });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** Without the session that the browser may still have: a challenge is answered, not an old sign-in confirmed. */
function challengeOnly(headers: Headers): Headers {
  const own = new Headers(headers);
  const cookies = (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => !/saylau\.session_token=/.test(cookie));
  own.set('cookie', cookies.join('; '));
  return own;
}

/** What the cookie between password and code names; whether it is genuine, better-auth checks. */
function challengeOf(headers: Headers): string {
  const cookie = /saylau\.two_factor=([^;]*)/.exec(headers.get('cookie') ?? '')?.[1] ?? '';
  return cookie.split('.')[0] ?? '';
}

async function recordLockOut(headers: Headers, personId: string): Promise<void> {
  const actor = { id: null, name: 'sign-in', role: 'program', address: clientAddress(headers) };
  await getDatabase().transaction((tx) =>
    recordAudit(tx, actor, { action: 'session.lockOut', object: `person/${personId}` }),
  );
}
