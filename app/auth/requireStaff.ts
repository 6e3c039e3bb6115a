import { Forbidden } from '#domain/errors.ts';
import { type Action, may, type Place } from '#domain/staff/policy.ts';
import { findStaff, type Staff } from './findStaff.ts';
import { SecondFactorNeeded, Unauthorized } from './refusals.ts';

/** For what belongs to no region: people, keys, the log. */
export const wholeCountry: Place = { regionCode: null, districtCode: null };

/**
 * Who sends this request, if that person may do this there, or without a place where the person belongs. Throws Unauthorized,
 * SecondFactorNeeded, Forbidden; `answerStaff` maps them.
 */
export async function requireStaff(request: Request, action: Action, place?: Place): Promise<Staff> {
  const staff = await requireSession(request);
  if (staff.mustUseSecondFactor) throw new SecondFactorNeeded('a second factor is needed first');
  if (!may(staff.person, action, place ?? staff.person))
    throw new Forbidden(`${staff.person.role} may not ${action} here`);
  return staff;
}

/** Who sends this request, for what concerns the own account only. Throws Unauthorized. */
export async function requireSession(request: Request): Promise<Staff> {
  const staff = await findStaff(request.headers);
  if (!staff) throw new Unauthorized('nobody is signed in');
  return staff;
}
