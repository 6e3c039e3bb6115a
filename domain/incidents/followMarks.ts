import type { IncidentMark } from './incidentMark.ts';
import type { PublicStatus } from './publicStatus.ts';
import { countOpen } from './severity.ts';

type Told = Pick<PublicStatus, 'open' | 'incidents' | 'cases'>;

/** The marks with what the board itself tells of open incidents. */
export function withOpened(marks: readonly IncidentMark[], { incidents }: Told): IncidentMark[] {
  const told = incidents.map(
    ({ id, severity, title, unitCodes, openedAt }): IncidentMark => ({
      id,
      severity,
      title,
      unitCodes,
      openedAt,
      resolvedAt: null,
    }),
  );
  const ids = new Set(told.map(({ id }) => id));
  return [...marks.filter(({ id }) => !ids.has(id)), ...told];
}

/**
 * Whether the file of marks must be read to know what became of incidents between two tellings of the board. What was opened
 * is told whole, a change of violation cases concerns no mark; when something was resolved only the file says.
 */
export function isFileNeeded(marks: readonly IncidentMark[], before: Told, now: Told): boolean {
  const isSame = isEqual([before.open, before.incidents], [now.open, now.incidents]);
  if (isSame) return isEqual(before.cases, now.cases);
  const open = new Set(now.incidents.map(({ id }) => id));
  const hasEnded = marks.some(({ id, resolvedAt }) => resolvedAt === null && !open.has(id));
  return hasEnded || countOpen(now.open) > now.incidents.length;
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
