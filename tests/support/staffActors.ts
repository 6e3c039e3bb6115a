import type { StaffRole } from '#domain/staff/person.ts';
import type { Actor, Place } from '#domain/staff/policy.ts';

function actor(
  role: StaffRole,
  commissionLevel: Actor['commissionLevel'] = null,
  regionCode: string | null = null,
  districtCode: string | null = null,
): Actor {
  return { role, commissionLevel, regionCode, districtCode };
}

/** Somebody of every role and level, those of a region in A of the small election. */
export const staffActors = {
  'duty of A': actor('duty', null, 'XX-A'),
  'duty of the country': actor('duty'),
  'commission of A-1': actor('commission', 'district', 'XX-A', 'XX-A-1'),
  'commission of A': actor('commission', 'region', 'XX-A'),
  'central commission': actor('commission', 'central'),
  leadership: actor('leadership'),
  counting: actor('counting'),
  approver: actor('approver'),
  admin: actor('admin'),
} as const satisfies Record<string, Actor>;

/** The own district of some, another of the own region, the own region, and the same of a foreign one; the country. */
export const staffPlaces = {
  'A-1': { regionCode: 'XX-A', districtCode: 'XX-A-1' },
  'A-2': { regionCode: 'XX-A', districtCode: 'XX-A-2' },
  A: { regionCode: 'XX-A', districtCode: null },
  'B-1': { regionCode: 'XX-B', districtCode: 'XX-B-1' },
  B: { regionCode: 'XX-B', districtCode: null },
  country: { regionCode: null, districtCode: null },
} as const satisfies Record<string, Place>;
