import { severityList } from '../incidents/categoryList.ts';
import type { Severity } from '../incidents/incident.ts';

/** Ages of open incidents, by where each begins, in minutes; the last has no end. */
export const ageSteps = [0, 15, 60, 240] as const;

/** Open incidents of each severity by age, in the order of `ageSteps`. */
export type AgeCounts = Record<Severity, number[]>;

export function noAges(): AgeCounts {
  const none = () => ageSteps.map(() => 0);
  return { critical: none(), major: none(), minor: none() };
}

export function countOf(ages: AgeCounts, severity: Severity): number {
  return ages[severity].reduce((sum, count) => sum + count, 0);
}

export function countAll(ages: AgeCounts): number {
  return severityList.reduce((sum, severity) => sum + countOf(ages, severity), 0);
}
