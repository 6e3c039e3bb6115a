import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { Instant } from '../schedule.ts';
import { Severity, TimelineText } from './incident.ts';

/** What a curve shows of a public incident: from when to when, how bad, where. */
export const IncidentMark = z.strictObject({
  id: z.string(),
  severity: Severity,
  title: TimelineText,
  /** Empty: the whole country. */
  unitCodes: z.array(UnitCode),
  openedAt: Instant,
  resolvedAt: Instant.nullable(),
});
export type IncidentMark = z.infer<typeof IncidentMark>;

/** Those that the status page lists, without duplicates of others and without false alarms: in them nothing was wrong. */
export const IncidentMarks = z.strictObject({
  electionId: z.string(),
  isTest: z.boolean(),
  /** The board's version at which anything public of incidents or cases last changed. */
  version: z.int().nonnegative(),
  incidents: z.array(IncidentMark),
});
export type IncidentMarks = z.infer<typeof IncidentMarks>;
