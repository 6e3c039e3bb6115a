import type { Candidate } from './kz-primaries-candidacies.ts';
import type { Decision } from './kz-primaries-decisions.ts';

type Row = (string | number)[];

/** Rows of the package's table with their header. */
export function toCandidacyRows(candidates: Candidate[]): Row[] {
  return [
    ['candidacy_id', 'contest_id', 'ballot_number', 'name_kk', 'name_ru', 'name_en'],
    ...candidates.map(({ id, contestId, ballotNumber, names }) => [
      id,
      contestId,
      ballotNumber,
      names.kk,
      names.ru,
      names.en,
    ]),
  ];
}

/** Rows of the package's table with their header. */
export function toChangeRows(decisions: Decision[]): Row[] {
  const inLanguages = (column: string) => [`${column}_kk`, `${column}_ru`, `${column}_en`];
  return [
    [
      ...['candidacy_id', 'status', 'votes', 'announced_at', 'number'],
      ...['decided_by', 'rule', 'reason'].flatMap(inLanguages),
    ],
    ...decisions.map(({ candidacyId, status, votes, announcedAt, number, decidedBy, rule, reason }) => [
      ...[candidacyId, status, votes, announcedAt, number],
      ...[decidedBy, rule, reason].flatMap(({ kk, ru, en }) => [kk, ru, en]),
    ]),
  ];
}
