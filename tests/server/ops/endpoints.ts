import type { Action, Actor, Place } from '#domain/staff/policy.ts';
import { type Commission, mayOnCase, mayTransfer } from '#domain/violations/commission.ts';

/** What a route is about; the test makes one of each at each place. */
export type Subject = 'nothing of a region' | 'incident' | 'case' | 'unit';

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under /api/ops; `{id}` is the subject. */
  path: string;
  action: Action;
  subject: Subject;
  /** Complete where the place stands in it; else a route that lets somebody through may answer 400. */
  body?: (unitCode: string) => object;
  /** What the route asks beside the policy. */
  also?: (actor: Actor, place: Place, holder: Commission) => boolean;
}

const nobody = '00000000-0000-4000-8000-000000000000';
const ofCountry = (method: Endpoint['method'], path: string, action: Action): Endpoint => ({
  method,
  path,
  action,
  subject: 'nothing of a region',
});
const onIncident = (verb: string, action: Action): Endpoint => ({
  method: 'POST',
  path: `/incidents/{id}/${verb}`,
  action,
  subject: 'incident',
});
const onCase = (verb: string, action: Action, also: Endpoint['also'] = undefined): Endpoint => ({
  method: 'POST',
  path: `/violations/{id}/${verb}`,
  action,
  subject: 'case',
  also: also ?? ((actor, place, holder) => mayOnCase(actor, action, place, holder)),
});

/** Every staff route and what it asks for. A route that is not here fails the test. */
export const endpoints: Endpoint[] = [
  ofCountry('GET', '/people', 'people.read'),
  ofCountry('POST', '/people', 'people.create'),
  ofCountry('PUT', `/people/${nobody}`, 'people.update'),
  ofCountry('POST', `/people/${nobody}/link`, 'people.link'),
  ofCountry('POST', `/people/${nobody}/disable`, 'people.disable'),
  ofCountry('POST', `/people/${nobody}/enable`, 'people.disable'),
  ofCountry('DELETE', `/people/${nobody}/sessions`, 'people.endSessions'),
  ofCountry('DELETE', `/people/${nobody}/second-factor`, 'people.resetSecondFactor'),
  ofCountry('GET', '/audit', 'audit.read'),
  ofCountry('GET', '/keys', 'key.read'),
  ofCountry('POST', '/keys', 'key.create'),
  ofCountry('POST', '/keys/999/revoke', 'key.revoke'),
  ofCountry('POST', '/schedule', 'schedule.propose'),
  ofCountry('POST', '/schedule/999/confirm', 'schedule.confirm'),
  ofCountry('POST', '/schedule/999/decline', 'schedule.confirm'),
  ofCountry('POST', '/schedule/999/withdraw', 'schedule.propose'),
  ofCountry('GET', '/webhooks', 'webhook.read'),
  ofCountry('POST', '/webhooks', 'webhook.write'),
  ofCountry('PUT', '/webhooks/999', 'webhook.write'),
  ofCountry('DELETE', '/webhooks/999', 'webhook.write'),
  ofCountry('POST', '/webhooks/999/disable', 'webhook.write'),
  ofCountry('POST', '/webhooks/999/enable', 'webhook.write'),
  ofCountry('POST', '/webhooks/999/rotate', 'webhook.write'),
  ofCountry('POST', '/webhooks/999/ping', 'webhook.write'),
  ofCountry('GET', '/webhooks/999/deliveries', 'webhook.read'),
  ofCountry('POST', '/webhooks/deliveries/999/redeliver', 'webhook.write'),
  ofCountry('GET', '/results', 'results.read'),
  ofCountry('POST', '/results', 'results.approve'),

  {
    method: 'POST',
    path: '/incidents',
    action: 'incident.file',
    subject: 'unit',
    body: (unitCode) => ({
      category: 'app',
      severity: 'minor',
      title: { en: 'The app is slow' },
      unitCodes: unitCode === 'XX' ? [] : [unitCode],
    }),
  },
  { method: 'GET', path: '/incidents/{id}', action: 'incident.read', subject: 'incident' },
  onIncident('acknowledge', 'incident.acknowledge'),
  onIncident('update', 'incident.update'),
  onIncident('publish', 'incident.update'),
  onIncident('assign', 'incident.assign'),
  onIncident('comment', 'incident.comment'),
  onIncident('false-alarm', 'incident.falseAlarm'),
  onIncident('duplicate', 'incident.link'),
  onIncident('link', 'incident.link'),

  {
    method: 'POST',
    path: '/violations',
    action: 'violation.file',
    subject: 'unit',
    body: (unitCode) => ({ channel: 'web', category: 'other', unitCode, summary: 'Something was wrong' }),
  },
  { method: 'GET', path: '/violations/{id}', action: 'violation.read', subject: 'case' },
  { method: 'POST', path: '/violations/{id}/restricted', action: 'violation.readRestricted', subject: 'case' },
  { method: 'PUT', path: '/violations/{id}/restricted', action: 'violation.readRestricted', subject: 'case' },
  onCase('register', 'violation.register'),
  onCase('assign', 'violation.assign'),
  {
    ...onCase('transfer', 'violation.assign', mayTransfer),
    body: () => ({
      rowVersion: 999,
      commission: { level: 'central', regionCode: null, districtCode: null },
      note: 'To the central commission',
    }),
  },
  onCase('review', 'violation.review'),
  onCase('decide', 'violation.decide'),
  onCase('duplicate', 'violation.duplicate'),
  onCase('appeal', 'violation.appeal'),
  onCase('decide_appeal', 'violation.appeal'),
];

/** Lists that show to each what is of the own region: their own tests look into them. Each with the action that opens it. */
export const ownLists: Endpoint[] = [
  ofCountry('GET', '/overview', 'overview.read'),
  ofCountry('GET', '/incidents', 'incident.read'),
  ofCountry('GET', '/violations', 'violation.read'),
  ofCountry('GET', '/violations/candidacies', 'violation.read'),
  ofCountry('GET', '/schedule', 'schedule.read'),
];

/** Routes that programs call with a key, never with a session. */
export const programRoutes = ['POST /alertmanager'];
