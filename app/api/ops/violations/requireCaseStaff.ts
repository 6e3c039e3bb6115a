import { type CasePlace, findCasePlace } from '#db/violations/findCasePlace.ts';
import { Forbidden } from '#domain/errors.ts';
import type { Action } from '#domain/staff/policy.ts';
import { mayOnCase } from '#domain/violations/commission.ts';
import type { Staff } from '../../../auth/findStaff.ts';
import { requireStaff } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readCaseNumber } from './readCaseNumber.ts';

export interface CaseStaff {
  staff: Staff;
  number: number;
  of: CasePlace;
}

/**
 * Who sends this request, if that person may do this to that case: in the own region, and what decides it only on the commission
 * that has it. Throws as `requireStaff`, and NotFound.
 */
export async function requireCaseStaff(request: Request, action: Action, id: string): Promise<CaseStaff> {
  await requireStaff(request, action);
  const number = readCaseNumber(id);
  const of = await findCasePlace(getDatabase(), number);
  const staff = await requireStaff(request, action, of.place);
  if (!mayOnCase(staff.person, action, of.place, of.holder))
    throw new Forbidden(`${action} is for the commission that has the case`);
  return { staff, number, of };
}
