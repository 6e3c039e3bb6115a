import type { AuditActor } from '#db/audit/recordAudit.ts';
import { findSignedIn } from '#db/auth/findSignedIn.ts';
import type { Person } from '#domain/staff/person.ts';
import { needsSecondFactor } from '#domain/staff/secondFactor.ts';
import { getDatabase } from '../database.ts';
import { getAuth } from './auth.ts';
import { clientAddress } from './clientAddress.ts';
import { Unauthorized } from './refusals.ts';

export interface Staff {
  person: Person;
  sessionId: string;
  /** Where the person has to set up or use a second factor before any page but the account. */
  mustUseSecondFactor: boolean;
  hasSecondFactor: boolean;
  /** For the audit log. */
  actor: AuditActor & { id: string };
}

/** Who sends this request, as that person is at this moment; null where nobody is signed in. */
export async function findStaff(headers: Headers): Promise<Staff | null> {
  const token = await findSessionToken(headers);
  return token === null ? null : findStaffOf(token, headers);
}

/** The secret of this request's session, for what PostgreSQL itself asks of it. Throws Unauthorized. */
export async function readSessionToken(headers: Headers): Promise<string> {
  const token = await findSessionToken(headers);
  if (token === null) throw new Unauthorized('nobody is signed in');
  return token;
}

async function findSessionToken(headers: Headers): Promise<string | null> {
  if (!headers.get('cookie')?.includes('saylau.session_token')) return null;
  const session = await getAuth(headers).api.getSession({ headers, query: { disableRefresh: true } });
  return session?.session.token ?? null;
}

/** The person whose session has this token. */
export async function findStaffOf(token: string, headers: Headers): Promise<Staff | null> {
  const signedIn = await findSignedIn(getDatabase(), token);
  if (!signedIn) return null;
  const { person, sessionId, withSecondFactor, hasSecondFactor } = signedIn;
  return {
    person,
    sessionId,
    hasSecondFactor,
    mustUseSecondFactor: hasSecondFactor ? !withSecondFactor : needsSecondFactor(person.role),
    actor: { id: person.id, name: person.name, role: person.role, address: clientAddress(headers) },
  };
}
