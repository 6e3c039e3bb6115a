import type { PackageProblem } from '#domain/electionPackage.ts';
import type { CandidacyChangeRow, CandidacyRow, ContestRow } from '#domain/packageRows.ts';
import { problemsOf } from './packageProblems.ts';
import type { NumberedRow } from './readTable.ts';

export function candidacyProblems(
  rows: readonly NumberedRow<CandidacyRow>[],
  contests: readonly NumberedRow<ContestRow>[],
): PackageProblem[] {
  const contestIds = new Set(contests.map(({ row }) => row.contest_id));
  const ids = new Set<string>();
  const places = new Set<string>();
  return problemsOf('candidacies.csv', rows, (row, tell) => {
    if (ids.has(row.candidacy_id)) tell('candidacy_id', 'each candidacy once');
    ids.add(row.candidacy_id);
    if (!contestIds.has(row.contest_id)) tell('contest_id', 'a contest of contests.csv');
    const place = `${row.contest_id}\t${row.ballot_number}`;
    if (places.has(place)) tell('ballot_number', 'each ballot number once in its contest');
    places.add(place);
  });
}

export function candidacyChangeProblems(
  rows: readonly NumberedRow<CandidacyChangeRow>[],
  candidacies: readonly NumberedRow<CandidacyRow>[],
): PackageProblem[] {
  const ids = new Set(candidacies.map(({ row }) => row.candidacy_id));
  const latest = new Map<string, number>();
  return problemsOf('candidacy_changes.csv', rows, (row, tell) => {
    if (!ids.has(row.candidacy_id)) tell('candidacy_id', 'a candidacy of candidacies.csv');
    const announcedAtMs = Date.parse(row.announced_at);
    if (announcedAtMs <= (latest.get(row.candidacy_id) ?? Number.NEGATIVE_INFINITY))
      tell('announced_at', 'decisions on one candidacy in order, each at its own time');
    latest.set(row.candidacy_id, announcedAtMs);
  });
}
