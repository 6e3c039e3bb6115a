import type { AreaResult, ContestFigures, ContestResult } from '#domain/results/edition.ts';

const seated: readonly (string | null)[] = ['elected', 'elected_by_lot', 'elected_unopposed'];
const summed = ['ballots', 'invalid', 'blank', 'votes', 'annulled'] as const;

/** What does not add up in one contest. */
export function contestProblems(contest: ContestResult): string[] {
  const { figures, areas, regions, candidacies, seats } = contest;
  const elected = candidacies.filter(({ outcome }) => seated.includes(outcome));
  const problems = elected
    .filter(({ status }) => status !== 'registered')
    .map(({ id, status }) => `${id} has a seat and is ${status}`);
  if (elected.length > seats) problems.push(`${elected.length} have a seat, there are ${seats}`);
  if (!figures) {
    if (areas.length + regions.length > 0 || candidacies.some(({ votes }) => votes !== null))
      problems.push('it has votes and no sums');
    return problems;
  }
  problems.push(...figuresProblems('the contest', figures, contest));
  for (const parts of [areas, regions]) {
    for (const part of parts) problems.push(...partProblems(part, contest));
    if (parts.length > 0) problems.push(...sumProblems(parts, figures, contest));
  }
  return problems;
}

function figuresProblems(place: string, figures: ContestFigures, { votesAllowed }: ContestResult): string[] {
  const { ballots, invalid, blank, votes, annulled } = figures;
  const given = votes + annulled + blank;
  const possible = (ballots - invalid) * votesAllowed;
  return given === possible
    ? []
    : [
        `${place}: votes ${votes} + annulled ${annulled} + blank ${blank} = ${given}, ` +
          `but (ballots ${ballots} - invalid ${invalid}) × ${votesAllowed} = ${possible}`,
      ];
}

function partProblems(part: AreaResult, contest: ContestResult): string[] {
  const place = part.districtCodes.join(' ');
  const marks = Object.values(part.votesByCandidacy).reduce((sum, votes) => sum + votes, 0);
  const sum = part.votes + part.annulled;
  return [
    ...figuresProblems(place, part, contest),
    ...(marks === sum ? [] : [`${place}: its candidacies have ${marks} votes, its sums ${sum}`]),
  ];
}

function sumProblems(parts: readonly AreaResult[], figures: ContestFigures, { candidacies }: ContestResult): string[] {
  const add = (value: (part: AreaResult) => number) => parts.reduce((sum, part) => sum + value(part), 0);
  return [
    ...summed.flatMap((field) => {
      const sum = add((part) => part[field]);
      return sum === figures[field] ? [] : `${field}: its parts have ${sum}, the contest ${figures[field]}`;
    }),
    ...candidacies.flatMap(({ id, votes }) => {
      const sum = add((part) => part.votesByCandidacy[id] ?? 0);
      return sum === votes ? [] : `${id}: its parts have ${sum} votes, the contest ${votes}`;
    }),
  ];
}
