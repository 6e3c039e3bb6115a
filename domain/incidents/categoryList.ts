import type { IncidentCategory, IncidentState, Severity } from './incident.ts';

// Beside the schemas, for browsers: what is missing here fails to compile.
const categories: Record<IncidentCategory, true> = {
  authorization: true,
  sms_codes: true,
  web_site: true,
  app: true,
  station_equipment: true,
  connectivity: true,
  paper: true,
};
const states: Record<IncidentState, true> = { investigating: true, identified: true, monitoring: true, resolved: true };
const severities: Record<Severity, true> = { critical: true, major: true, minor: true };

const keysOf = <Key extends string>(record: Record<Key, true>) => Object.keys(record) as Key[];

export const incidentCategoryList = keysOf(categories);
export const incidentStateList = keysOf(states);
export const severityList = keysOf(severities);
