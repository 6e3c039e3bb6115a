import type { Action } from '#domain/staff/policy.ts';

/** The parts of the console and what one must be allowed, somewhere, to see each. */
export const consoleSections = [
  { key: 'overview', path: '', action: 'overview.read' },
  { key: 'incidents', path: '/incidents', action: 'incident.read' },
  { key: 'violations', path: '/violations', action: 'violation.read' },
  { key: 'schedule', path: '/schedule', action: 'schedule.read' },
  { key: 'results', path: '/results', action: 'results.read' },
  { key: 'people', path: '/people', action: 'people.read' },
  { key: 'audit', path: '/audit', action: 'audit.read' },
  { key: 'keys', path: '/keys', action: 'key.read' },
  { key: 'webhooks', path: '/webhooks', action: 'webhook.read' },
  { key: 'account', path: '/account', action: null },
] as const satisfies { key: string; path: string; action: Action | null }[];
export type ConsoleSection = (typeof consoleSections)[number]['key'];
