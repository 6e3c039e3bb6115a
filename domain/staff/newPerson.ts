import { z } from 'zod';
import { Person } from './person.ts';

/** A name as it is shown in lists and lines of the log: one line, without invisible characters. */
const Name = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(Person.shape.name.regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u, 'one line without control characters'));

const Email = z
  .string()
  .max(254)
  .transform((email) => email.trim().toLowerCase())
  .pipe(Person.shape.email);

const placement = Person.pick({ role: true, commissionLevel: true, regionCode: true, districtCode: true });

/** Where a person works: a role, and for duty officers and commissions their region. */
export const Placement = placement.superRefine(refusePlacement);
export type Placement = z.infer<typeof placement>;

export const NewPerson = placement.extend({ name: Name, email: Email }).superRefine(refusePlacement);
export type NewPerson = z.infer<typeof NewPerson>;

function refusePlacement(person: Placement, context: z.RefinementCtx): void {
  const fault = findPlacementFault(person);
  if (fault) context.addIssue({ code: 'custom', path: [fault.field], message: fault.message });
}

function findPlacementFault(person: Placement): { field: keyof Placement; message: string } | null {
  const { role, commissionLevel, regionCode, districtCode } = person;
  if (role === 'commission' && commissionLevel === null)
    return { field: 'commissionLevel', message: 'a commission has a level' };
  if (role !== 'commission' && commissionLevel !== null)
    return { field: 'commissionLevel', message: 'only a commission has a level' };
  if (role !== 'commission' && role !== 'duty' && regionCode !== null)
    return { field: 'regionCode', message: 'this role works for the whole country' };
  if (commissionLevel === 'central' && regionCode !== null)
    return { field: 'regionCode', message: 'the central commission works for the whole country' };
  if (commissionLevel !== null && commissionLevel !== 'central' && regionCode === null)
    return { field: 'regionCode', message: 'this commission has a region' };
  if ((commissionLevel === 'district') !== (districtCode !== null))
    return {
      field: 'districtCode',
      message: 'a district commission has a district, and only a district commission has one',
    };
  return null;
}
