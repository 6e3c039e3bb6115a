import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { commissionLevels, staffRoles } from './roles.ts';

export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;

export const CommissionLevel = z.enum(commissionLevels);
export type CommissionLevel = z.infer<typeof CommissionLevel>;

/** Somebody who works here. Duty and commission people belong to a region; null is the whole country. */
export const Person = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).max(120),
  email: z.email(),
  role: StaffRole,
  commissionLevel: CommissionLevel.nullable(),
  regionCode: UnitCode.nullable(),
  /** Of a district commission: it decides cases of its district only. */
  districtCode: UnitCode.nullable(),
});
export type Person = z.infer<typeof Person>;
