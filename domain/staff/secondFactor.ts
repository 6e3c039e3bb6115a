import type { StaffRole } from './person.ts';

/** Whose sign-in alone would be worth stealing: they decide on results or on people. */
const secondFactorRoles: readonly StaffRole[] = ['approver', 'admin'];

export function needsSecondFactor(role: StaffRole): boolean {
  return secondFactorRoles.includes(role);
}
