import { verifyPassword } from 'better-auth/crypto';
import { recordAudit } from '#db/audit/recordAudit.ts';
import { beginAttempt, forgetFailures } from '#db/auth/attempts.ts';
import { findPasswordHash } from '#db/auth/passwords.ts';
import { removeSecondFactor } from '#db/auth/people.ts';
import { endSessionsOf, recordSignIn } from '#db/auth/sessions.ts';
import { takeCode } from '#db/auth/takeCode.ts';
import { Conflict, InvalidInput } from '#domain/errors.ts';
import { getDatabase } from '../database.ts';
import { takeAttempt } from './attemptLimit.ts';
import { getAuth } from './auth.ts';
import { findStaffOf, type Staff } from './findStaff.ts';

export interface NewSecondFactor {
  /** `otpauth://…`, what the QR code says. */
  uri: string;
  recoveryCodes: string[];
}

/** Begins a second factor; it counts from its first right code on. Throws InvalidInput, Conflict. */
export async function beginSecondFactor(headers: Headers, staff: Staff, password: string): Promise<NewSecondFactor> {
  if (staff.hasSecondFactor) throw new Conflict('there is a second factor already');
  await checkPassword(headers, staff, password);
  const made = await getAuth(headers).api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
  if (made.method !== 'totp') throw new Error('better-auth made another second factor');
  return { uri: made.totpURI, recoveryCodes: made.backupCodes };
}

/** The first right code. The answer carries a new session; all others of the person end. Throws InvalidInput. */
export async function confirmSecondFactor(headers: Headers, staff: Staff, code: string): Promise<Response> {
  if (staff.hasSecondFactor) throw new Conflict('there is a second factor already');
  await takeAttempt(headers);
  const answer = await getAuth(headers).api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!answer.ok) throw new InvalidInput('code: not right');
  await takeCode(getDatabase(), staff.person.id, code);
  const renewed = await findStaffOf(sessionTokenOf(answer), headers);
  if (!renewed) throw new Error('the session with the second factor was not begun');
  await recordSignIn(getDatabase(), staff.actor, { sessionId: renewed.sessionId, withCode: true });
  await getDatabase().transaction(async (tx) => {
    await endSessionsOf(tx, staff.person.id, renewed.sessionId);
    await recordAudit(tx, staff.actor, {
      action: 'account.secondFactor',
      object: `person/${staff.person.id}`,
      before: { secondFactor: false },
      after: { secondFactor: true },
    });
  });
  const response = Response.json({ done: true });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** Ends one's own second factor, with the password and a code of it. Throws InvalidInput, Conflict. */
export async function endSecondFactor(
  headers: Headers,
  staff: Staff,
  { password, code }: { password: string; code: string },
): Promise<void> {
  if (!staff.hasSecondFactor) throw new Conflict('there is no second factor');
  await checkPassword(headers, staff, password);
  const answer = await getAuth(headers).api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!answer.ok || !(await takeCode(getDatabase(), staff.person.id, code))) throw new InvalidInput('code: not right');
  await getDatabase().transaction(async (tx) => {
    await removeSecondFactor(tx, staff.person.id);
    await endSessionsOf(tx, staff.person.id, staff.sessionId);
    await recordAudit(tx, staff.actor, {
      action: 'account.secondFactor',
      object: `person/${staff.person.id}`,
      before: { secondFactor: true },
      after: { secondFactor: false },
    });
  });
}

/** New recovery codes; the old ones are void. Throws InvalidInput, Conflict. */
export async function renewRecoveryCodes(headers: Headers, staff: Staff, password: string): Promise<string[]> {
  if (!staff.hasSecondFactor) throw new Conflict('there is no second factor');
  await checkPassword(headers, staff, password);
  const { backupCodes } = await getAuth(headers).api.generateBackupCodes({ body: { password }, headers });
  await getDatabase().transaction((tx) =>
    recordAudit(tx, staff.actor, { action: 'account.recoveryCodes', object: `person/${staff.person.id}` }),
  );
  return backupCodes;
}

/** The person's own password, counted like one at the sign-in. Throws InvalidInput, TooManyRequests. */
export async function checkPassword(headers: Headers, { person }: Staff, password: string): Promise<void> {
  await takeAttempt(headers);
  const attempt = await beginAttempt(getDatabase(), person.email);
  const hash = attempt && (await findPasswordHash(getDatabase(), person.id));
  if (!hash || !(await verifyPassword({ hash, password }))) throw new InvalidInput('currentPassword: not right');
  await forgetFailures(getDatabase(), person.id);
}

function sessionTokenOf(answer: Response): string {
  const cookie = answer.headers.getSetCookie().find((line) => /saylau\.session_token=[^;]/.test(line)) ?? '';
  const value = /=([^;]*)/.exec(cookie)?.[1] ?? '';
  return decodeURIComponent(value).split('.')[0] ?? '';
}
