import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { Instant } from '../schedule.ts';
import { PublicCases } from '../violations/violation.ts';
import { IncidentCategory, IncidentState, PublicIncident, Severity, TimelineText } from './incident.ts';

const Count = z.int().nonnegative();
export const OpenCounts = z.record(Severity, Count);
export type OpenCounts = z.infer<typeof OpenCounts>;

export const IncidentBrief = z.strictObject({
  id: z.string(),
  category: IncidentCategory,
  severity: Severity,
  state: IncidentState,
  title: TimelineText,
  unitCodes: z.array(UnitCode),
  openedAt: Instant,
});
export type IncidentBrief = z.infer<typeof IncidentBrief>;

/** What every page says of violations: how many cases there are, and how many of them still wait for a decision. */
export const CaseTotals = z.strictObject({ total: Count, open: Count });
export type CaseTotals = z.infer<typeof CaseTotals>;

/** What every page says of incidents: how many public ones are open, and the first of them by severity and age. */
export const PublicStatus = z.strictObject({
  /** The board's version at which anything public of incidents last changed. */
  version: Count,
  open: OpenCounts,
  incidents: z.array(IncidentBrief),
  cases: CaseTotals,
});
export type PublicStatus = z.infer<typeof PublicStatus>;

/** The file of the same, with the timelines and what was resolved last. */
export const StatusFile = z.strictObject({
  electionId: z.string(),
  isTest: z.boolean(),
  version: Count,
  open: OpenCounts,
  incidents: z.array(PublicIncident),
  /** The register of violations in figures. */
  cases: PublicCases,
});
export type StatusFile = z.infer<typeof StatusFile>;
