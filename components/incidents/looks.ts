import type { IncidentState, Severity } from '#domain/incidents/incident.ts';

/** The mark of a severity: a colour and a shape, so that neither is alone. */
export const severityMarks: Record<Severity, string> = {
  critical: 'bg-critical rotate-45',
  major: 'bg-incident rounded-full',
  minor: 'border-2 border-incident rounded-full',
};
export const clearMark = 'bg-resolved rounded-full';
export const severityTexts: Record<Severity, string> = {
  critical: 'text-critical',
  major: 'text-incident',
  minor: 'text-incident',
};
export const stateTexts: Record<IncidentState, string> = {
  investigating: 'text-ink',
  identified: 'text-ink',
  monitoring: 'text-ink',
  resolved: 'text-resolved',
};
