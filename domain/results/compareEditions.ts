import { commonParts } from './commonParts.ts';
import { type CandidacyResult, type ContestResult, changeFields, type ResultChange } from './edition.ts';

/** Every figure and fact that differs, contest by contest: the contest, its candidacies, then district by district. */
export function listChanges(before: readonly ContestResult[], after: readonly ContestResult[]): ResultChange[] {
  const old = new Map(before.map((contest) => [contest.id, contest]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((contest) => compareContests(contest.id, old.get(contest.id), contest)),
    ...before.filter(({ id }) => !now.has(id)).flatMap((contest) => compareContests(contest.id, contest, undefined)),
  ];
}

type Fact = ResultChange['before'];
type Facts = Partial<Record<ResultChange['field'], Fact>>;
type Place = Pick<ResultChange, 'contestId' | 'candidacyId' | 'districtCodes'>;

function compareContests(
  contestId: string,
  before: ContestResult | undefined,
  after: ContestResult | undefined,
): ResultChange[] {
  const whole = { contestId, candidacyId: null, districtCodes: null };
  const old = new Map(before?.candidacies.map((candidacy) => [candidacy.id, candidacy]));
  const now = new Map(after?.candidacies.map((candidacy) => [candidacy.id, candidacy]));
  const ids = new Set([...now.keys(), ...old.keys()]);
  return [
    ...compareFacts(whole, contestFacts(before), contestFacts(after)),
    ...[...ids].flatMap((id) =>
      compareFacts({ ...whole, candidacyId: id }, candidacyFacts(old.get(id)), candidacyFacts(now.get(id))),
    ),
    ...commonParts(before?.areas ?? [], after?.areas ?? []).flatMap((part) => {
      const place = { contestId, candidacyId: null, districtCodes: part.after.districtCodes };
      return [
        ...compareFacts(place, figureFacts(part.before), figureFacts(part.after)),
        ...[...ids].flatMap((id) =>
          compareFacts(
            { ...place, candidacyId: id },
            { votes: part.before.votesByCandidacy[id] ?? null },
            { votes: part.after.votesByCandidacy[id] ?? null },
          ),
        ),
      ];
    }),
  ];
}

function contestFacts(contest: ContestResult | undefined): Facts {
  return contest ? { state: contest.state, ...figureFacts(contest.figures) } : {};
}

function figureFacts(figures: ContestResult['figures']): Facts {
  if (!figures) return {};
  const { ballots, invalid, blank, votes, annulled, voted } = figures;
  return { ballots, invalid, blank, votes, annulled, voted };
}

function candidacyFacts(candidacy: CandidacyResult | undefined): Facts {
  if (!candidacy) return {};
  const { votes, rank, outcome, status, decision } = candidacy;
  return { votes, rank, outcome, status, treatment: decision?.votes ?? null };
}

function compareFacts(place: Place, before: Facts, after: Facts): ResultChange[] {
  return changeFields.flatMap((field) => {
    const was = before[field] ?? null;
    const is = after[field] ?? null;
    return was === is ? [] : [{ ...place, field, before: was, after: is }];
  });
}
