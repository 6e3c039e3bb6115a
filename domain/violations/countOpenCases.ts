import type { CaseCounts } from './violation.ts';

/** How many are neither decided nor duplicates. */
export function countOpenCases({ byState }: CaseCounts): number {
  return byState.received + byState.registered + byState.in_review;
}
