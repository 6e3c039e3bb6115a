import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { Names } from '../languages.ts';
import { Instant } from '../schedule.ts';

export const incidentCategories = [
  'authorization',
  'sms_codes',
  'web_site',
  'app',
  'station_equipment',
  'connectivity',
  'paper',
] as const;
export const IncidentCategory = z.enum(incidentCategories);
export type IncidentCategory = z.infer<typeof IncidentCategory>;

export const severities = ['critical', 'major', 'minor'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

export const incidentStates = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export const IncidentState = z.enum(incidentStates);
export type IncidentState = z.infer<typeof IncidentState>;

export const incidentSources = ['person', 'key', 'alertmanager', 'detector', 'package'] as const;
export const IncidentSource = z.enum(incidentSources);
export type IncidentSource = z.infer<typeof IncidentSource>;

export const incidentOutcomes = ['fixed', 'ended', 'false_alarm', 'duplicate'] as const;
export const IncidentOutcome = z.enum(incidentOutcomes);
export type IncidentOutcome = z.infer<typeof IncidentOutcome>;

export const detectors = ['feed_lag', 'no_votes', 'authorized_voted_gap', 'refusal_surge'] as const;
export const Detector = z.enum(detectors);
export type Detector = z.infer<typeof Detector>;

/** A text in the languages it was written in, at least one. */
export const TimelineText = Names.partial().refine((names) => Object.values(names).some((text) => text), {
  message: 'text in at least one language',
});
export type TimelineText = z.infer<typeof TimelineText>;

/** One entry of an incident's public timeline. */
export const IncidentUpdate = z.strictObject({
  id: z.int(),
  at: Instant,
  state: IncidentState,
  /** Null where only the state changed. */
  text: TimelineText.nullable(),
});
export type IncidentUpdate = z.infer<typeof IncidentUpdate>;

/** What the public reads of an incident: no person, no source, no evidence. */
export const PublicIncident = z.strictObject({
  id: z.string(),
  category: IncidentCategory,
  severity: Severity,
  state: IncidentState,
  title: TimelineText,
  /** Empty: the whole country. */
  unitCodes: z.array(UnitCode),
  openedAt: Instant,
  resolvedAt: Instant.nullable(),
  isFalseAlarm: z.boolean(),
  /** The incident that this one turned out to be, where that is public. */
  duplicateOf: z.string().nullable(),
  updates: z.array(IncidentUpdate),
});
export type PublicIncident = z.infer<typeof PublicIncident>;
