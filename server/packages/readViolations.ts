import type { CandidacyChange, PackageProblem } from '#domain/electionPackage.ts';
import type { CandidacyRow, GeographyRow } from '#domain/packageRows.ts';
import { type CaseScriptRow, neededCells } from '#domain/violations/caseScriptRow.ts';
import { judgeDecision } from '#domain/violations/judgeDecision.ts';
import { problemsOf } from './packageProblems.ts';
import type { NumberedRow } from './readTable.ts';

interface Beside {
  geography: readonly NumberedRow<GeographyRow>[];
  candidacies: readonly NumberedRow<CandidacyRow>[];
  changes: readonly Pick<CandidacyChange, 'candidacyId' | 'number'>[];
}

/** What a decision on a candidacy is found by among the package's decisions. */
export function decisionKey(candidacyId: string | null, number: string): string {
  return `${candidacyId}\t${number}`;
}

/** What is wrong with violations.csv: steps out of order, cells that a step lacks, places, candidacies and cases that are not there. */
export function violationProblems(
  rows: readonly NumberedRow<CaseScriptRow>[],
  { geography, candidacies, changes }: Beside,
): PackageProblem[] {
  const units = new Set(geography.map(({ row }) => row.code));
  const ids = new Set(candidacies.map(({ row }) => row.candidacy_id));
  const announced = new Set(changes.map(({ candidacyId, number }) => decisionKey(candidacyId, number)));
  const filed = new Map<string, CaseScriptRow>();
  const latest = new Map<string, number>();
  return problemsOf('violations.csv', rows, (row, tell) => {
    const first = filed.get(row.case_id);
    if ((row.step === 'filed') !== (first === undefined)) tell('step', 'each case filed once, and first');
    if (row.step === 'filed') filed.set(row.case_id, row);
    const atMs = Date.parse(row.at);
    if (atMs < (latest.get(row.case_id) ?? Number.NEGATIVE_INFINITY)) tell('at', 'the steps of a case in order');
    latest.set(row.case_id, atMs);
    for (const column of neededCells[row.step]) if (!row[column]) tell(column, `a value, for it is ${row.step}`);
    if (row.unit_code && !units.has(row.unit_code)) tell('unit_code', 'a code of geography.csv');
    if (row.candidacy_id && !ids.has(row.candidacy_id)) tell('candidacy_id', 'a candidacy of candidacies.csv');
    if (row.duplicate_of && !filed.has(row.duplicate_of)) tell('duplicate_of', 'a case filed above');
    if (row.step !== 'decided' || !row.verdict || !first) return;
    const hasCandidacy = first.candidacy_id !== null;
    const fault = judgeDecision({ verdict: row.verdict, measure: row.measure, votes: row.votes, hasCandidacy });
    if (fault) tell('measure', fault.text);
    if (row.text_kk === '' && !announced.has(decisionKey(first.candidacy_id, row.number)))
      tell('text_kk', 'a text, or a decision of candidacy_changes.csv with this number on this candidacy');
  });
}
