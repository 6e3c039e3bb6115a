import type { Severity } from './incident.ts';

const weights: Record<Severity, number> = { critical: 0, major: 1, minor: 2 };

/** The worst first, then the oldest. */
export function byUrgency<Incident extends { severity: Severity; openedAt: string }>(a: Incident, b: Incident): number {
  return weights[a.severity] - weights[b.severity] || Date.parse(a.openedAt) - Date.parse(b.openedAt);
}

export function countOpen(open: Record<Severity, number>): number {
  return open.critical + open.major + open.minor;
}

/** The worst severity that is open. */
export function worstOpen(open: Record<Severity, number>): Severity | null {
  if (open.critical > 0) return 'critical';
  if (open.major > 0) return 'major';
  return open.minor > 0 ? 'minor' : null;
}
