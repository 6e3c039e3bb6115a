import type { AuditActor } from '#db/audit/recordAudit.ts';
import { findSignedIn } from '#db/auth/findSignedIn.ts';
import type { Person } from '#domain/staff/person.ts';
import { needsSecondFactor } from '#domain/staff/secondFactor.ts';
import { getDatabase } from '../database.ts';
import { getAuth } from './auth.ts';
import { clientAddress } from './clientAddress.ts';

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
  if (!headers.get('cookie')?.includes('saylau.session_token')) return null;
  const session = await getAuth(headers).api.getSession({ headers, query: { disableRefresh: true } });
  return session && findStaffOf(session.session.token, headers);
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
