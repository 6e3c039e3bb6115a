import type { EditionHead } from '#domain/results/edition.ts';
import { areaText } from '../tables/contestAreas.ts';
import { contestProblems } from './contestProblems.ts';
import type { BundleFiles } from './readBundle.ts';
import { type BundleResults, readResults, type VoteRow } from './readResults.ts';

export interface ArithmeticCheck {
  head: EditionHead;
  contests: number;
  voteRows: number;
  problems: string[];
}

/** Adds up every contest, and compares its figures with those in the tables. Throws InvalidInput where a file has another shape. */
export function checkArithmetic(files: BundleFiles): ArithmeticCheck {
  const results = readResults(files);
  const { head, contests, votes } = results;
  return {
    head,
    contests: contests.length,
    voteRows: votes.length,
    problems: [
      ...headProblems(results),
      ...contests.flatMap(({ path, contest }) => contestProblems(contest).map((problem) => `${path}: ${problem}`)),
      ...areaProblems(results),
      ...candidacyProblems(results),
    ],
  };
}

/** Files of two editions must not be in one bundle. */
function headProblems({ head, contests, votes, candidacies }: BundleResults): string[] {
  const isOther = (row: Pick<VoteRow, 'election_id' | 'is_test' | 'edition'>) =>
    row.election_id !== head.electionId || row.is_test !== String(head.isTest) || row.edition !== String(head.edition);
  return [
    ...contests
      .filter(({ head: own }) => own.electionId !== head.electionId || own.edition !== head.edition)
      .map(({ path }) => `${path}: of another edition`),
    ...(votes.some(isOther) ? ['votes.csv: rows of another edition'] : []),
    ...(candidacies.some(isOther) ? ['candidacies.csv: rows of another edition'] : []),
  ];
}

/** Each row of votes.csv is a figure of a contest's file, and each figure has its row. */
function areaProblems({ contests, votes }: BundleResults): string[] {
  const expected = new Map<string, number>();
  for (const { contest } of contests) {
    for (const { districtCodes, votesByCandidacy } of contest.areas) {
      for (const [id, count] of Object.entries(votesByCandidacy))
        expected.set([contest.id, areaText(districtCodes), id].join(), count);
    }
  }
  const problems: string[] = [];
  for (const row of votes) {
    const key = [row.contest_id, row.area, row.candidacy_id].join();
    const count = expected.get(key) ?? null;
    if (count !== row.votes)
      problems.push(`votes.csv: ${key} has ${row.votes ?? 'none'}, the contest's file ${count ?? 'none'}`);
    expected.delete(key);
  }
  return [...problems, ...[...expected.keys()].map((key) => `votes.csv: no row of ${key}`)];
}

/** The sum of a candidacy's rows is what candidacies.csv and its contest's file tell of it. */
function candidacyProblems({ contests, votes, candidacies }: BundleResults): string[] {
  const sums = new Map<string, number>();
  for (const { candidacy_id: id, votes: count } of votes) if (count !== null) sums.set(id, (sums.get(id) ?? 0) + count);
  const inFiles = new Map(contests.flatMap(({ contest }) => contest.candidacies.map(({ id, votes }) => [id, votes])));
  const problems = candidacies.flatMap(({ candidacy_id: id, votes: told }) => {
    const sum = sums.get(id) ?? null;
    const inFile = inFiles.get(id) ?? null;
    return sum === told && inFile === told
      ? []
      : `candidacies.csv: ${id} has ${told ?? 'none'}, votes.csv ${sum ?? 'none'}, its contest's file ${inFile ?? 'none'}`;
  });
  const listed = new Set(candidacies.map(({ candidacy_id: id }) => id));
  const missing = [...inFiles.keys()].filter((id) => !listed.has(id));
  return [...problems, ...missing.map((id) => `candidacies.csv: no row of ${id}`)];
}
