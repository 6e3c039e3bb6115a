import type { StatusFile } from './publicStatus.ts';

/** What is to be said when a file of the status takes the place of another; null where it says the same. */
export function statusNews(before: StatusFile, now: StatusFile): 'incidents' | 'cases' | null {
  if (!isEqual([before.open, before.incidents], [now.open, now.incidents])) return 'incidents';
  return isEqual(before.cases, now.cases) ? null : 'cases';
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
