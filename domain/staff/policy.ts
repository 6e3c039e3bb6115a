import type { CommissionLevel, StaffRole } from './person.ts';

/** Everything that people can do here; each is tried by role and region through HTTP (tests/server/ops/policyOverHttp.test.ts). */
export const actions = [
  'overview.read',
  'incident.read',
  'incident.file',
  'incident.acknowledge',
  'incident.update',
  'incident.assign',
  'incident.link',
  'incident.falseAlarm',
  'incident.comment',
  'violation.read',
  'violation.file',
  'violation.register',
  'violation.assign',
  'violation.review',
  'violation.decide',
  'violation.appeal',
  'violation.duplicate',
  'violation.readRestricted',
  'schedule.read',
  'schedule.propose',
  'schedule.confirm',
  'results.read',
  'results.approve',
  'audit.read',
  'people.read',
  'people.create',
  'people.update',
  'people.link',
  'people.resetSecondFactor',
  'people.disable',
  'people.endSessions',
  'key.read',
  'key.create',
  'key.revoke',
  'webhook.read',
  'webhook.write',
] as const;
export type Action = (typeof actions)[number];

/** `own`: in the person's region (a district commission: its district), or everywhere where the person has no region. */
export type Reach = 'never' | 'own' | 'everywhere';

export interface Actor {
  role: StaffRole;
  commissionLevel: CommissionLevel | null;
  regionCode: string | null;
  districtCode: string | null;
}

/** Where something is; both null is the whole country. */
export interface Place {
  regionCode: string | null;
  districtCode: string | null;
}

const columns = ['duty', 'commission', 'leadership', 'counting', 'approver', 'admin'] as const satisfies StaffRole[];
const reaches = { '-': 'never', o: 'own', e: 'everywhere' } as const;

/** One row an action, one column a role: - never, o own region, e everywhere. */
const table: Record<Action, string> = {
  //                          duty commission leadership counting approver admin
  'overview.read': '          o    o          e          -        -        e',
  'incident.read': '          o    o          e          e        e        e',
  'incident.file': '          o    o          e          -        -        -',
  'incident.acknowledge': '   o    -          e          -        -        -',
  'incident.update': '        o    -          e          -        -        -',
  'incident.assign': '        o    -          e          -        -        -',
  'incident.link': '          o    -          e          -        -        -',
  'incident.falseAlarm': '    o    -          e          -        -        -',
  'incident.comment': '       o    o          e          -        -        -',
  'violation.read': '         o    o          e          -        -        -',
  'violation.file': '         o    o          e          -        -        -',
  'violation.register': '     -    o          -          -        -        -',
  'violation.assign': '       -    o          e          -        -        -',
  'violation.review': '       -    o          -          -        -        -',
  'violation.decide': '       -    o          -          -        -        -',
  'violation.appeal': '       -    o          -          -        -        -',
  'violation.duplicate': '    -    o          -          -        -        -',
  'violation.readRestricted': '-   o          -          -        -        -',
  'schedule.read': '          o    o          e          e        e        e',
  'schedule.propose': '       -    -          e          -        -        -',
  'schedule.confirm': '       -    -          e          -        e        -',
  'results.read': '           -    -          e          e        e        -',
  'results.approve': '        -    -          -          -        e        -',
  'audit.read': '             -    -          e          -        -        e',
  'people.read': '            -    -          e          -        -        e',
  'people.create': '          -    -          -          -        -        e',
  'people.update': '          -    -          -          -        -        e',
  'people.link': '            -    -          -          -        -        e',
  'people.resetSecondFactor': '-   -          -          -        -        e',
  'people.disable': '         -    -          -          -        -        e',
  'people.endSessions': '     -    -          -          -        -        e',
  'key.read': '               -    -          -          -        -        e',
  'key.create': '             -    -          -          -        -        e',
  'key.revoke': '             -    -          -          -        -        e',
  'webhook.read': '           -    -          -          -        -        e',
  'webhook.write': '          -    -          -          -        -        e',
};

export function reachOf(role: StaffRole, action: Action): Reach {
  const cells = table[action].trim().split(/\s+/);
  const cell = cells[columns.indexOf(role)];
  if (cell !== '-' && cell !== 'o' && cell !== 'e') throw new Error(`the policy of ${action} is not complete`);
  return reaches[cell];
}

/** Whether this person may do this there. A place of the whole country is nobody's own region but the country's people's. */
export function may(actor: Actor, action: Action, place: Place): boolean {
  const reach = reachOf(actor.role, action);
  if (reach === 'never') return false;
  if (reach === 'everywhere' || actor.regionCode === null) return true;
  if (place.regionCode !== actor.regionCode) return false;
  return actor.districtCode === null || place.districtCode === actor.districtCode;
}
