import { caseStates, measures, verdicts, violationCategories } from './caseWords.ts';
import type { CaseCounts, CaseMeasure, CaseState, PublicCases, Verdict, ViolationCategory } from './violation.ts';

/** How many cases of a unit are alike in all that is public. */
export interface CaseCountRow {
  unitCode: string;
  state: CaseState;
  category: ViolationCategory;
  verdict: Verdict | null;
  measure: CaseMeasure | null;
  cases: number;
}

/** The counts of the country and by region; every case stands in one unit, so the units sum to the country. */
export function composePublicCases(rows: readonly CaseCountRow[]): PublicCases {
  const byRegion: Record<string, CaseCounts> = {};
  const country = countNothing();
  for (const row of [...rows].sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1))) {
    const unit = byRegion[row.unitCode] ?? countNothing();
    byRegion[row.unitCode] = unit;
    add(unit, row);
    add(country, row);
  }
  return { country, byRegion };
}

function add(counts: CaseCounts, { state, category, verdict, measure, cases }: CaseCountRow): void {
  counts.total += cases;
  counts.byState[state] += cases;
  counts.byCategory[category] += cases;
  if (verdict) counts.byVerdict[verdict] += cases;
  if (measure) counts.byMeasure[measure] += cases;
}

function countNothing(): CaseCounts {
  return {
    total: 0,
    byState: zeros(caseStates),
    byCategory: zeros(violationCategories),
    byVerdict: zeros(verdicts),
    byMeasure: zeros(measures),
  };
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
