import type { Contest } from '../electionPackage.ts';
import type { Candidacy } from './candidacy.ts';
import type { ResultRule, Withheld } from './edition.ts';
import type { Protocol } from './protocol.ts';

/** Whether the figures are a count of the vote database or protocols of commissions. */
export type ResultSource = 'tally' | 'protocols';

export interface TurnoutKnown {
  /** Voters of the turnout board by district; a district that it does not have is not compared. */
  voted: ReadonlyMap<string, number> | null;
  source: ResultSource;
}

/** The first invariant that the contest's protocols break, and in which district; null where all hold. */
export function checkContest(
  contest: Pick<Contest, 'votesAllowed'>,
  districtCodes: readonly string[],
  candidacies: readonly Pick<Candidacy, 'id'>[],
  protocols: readonly Protocol[],
  turnout: TurnoutKnown,
): Withheld | null {
  const known = new Set(districtCodes);
  const stray = protocols
    .filter(({ districtCode }) => !known.has(districtCode))
    .map(({ districtCode }) => districtCode);
  const first = stray.sort()[0];
  if (first !== undefined) return withheld('unknown_district', first);

  const byDistrict = new Map(protocols.map((protocol) => [protocol.districtCode, protocol]));
  const candidacyIds = new Set(candidacies.map(({ id }) => id));
  for (const code of districtCodes) {
    const protocol = byDistrict.get(code);
    const rule = protocol
      ? (brokenInside(protocol, contest.votesAllowed, candidacyIds) ?? brokenAgainstTurnout(protocol, turnout))
      : 'missing_protocol';
    if (rule) return withheld(rule, code);
  }
  return null;
}

function withheld(rule: ResultRule, districtCode: string): Withheld {
  return { rule, districtCode, reason: null };
}

function brokenInside(
  { ballots, invalid, blank, votes }: Protocol,
  votesAllowed: number,
  candidacyIds: ReadonlySet<string>,
): ResultRule | null {
  for (const id of votes.keys()) if (!candidacyIds.has(id)) return 'unknown_candidacy';
  let sum = 0;
  let most = 0;
  for (const count of votes.values()) {
    if (!isCount(count)) return 'negative_figure';
    sum += count;
    most = Math.max(most, count);
  }
  if (![ballots, invalid, blank].every(isCount)) return 'negative_figure';
  if (invalid > ballots) return 'invalid_exceeds_ballots';
  const valid = ballots - invalid;
  if (sum > valid * votesAllowed) return 'votes_exceed_ballots_times_allowed';
  if (most > valid) return 'candidacy_exceeds_ballots';
  if (sum + blank !== valid * votesAllowed) return 'sum_of_votes_is_wrong';
  return null;
}

const isCount = (figure: number) => Number.isSafeInteger(figure) && figure >= 0;

function brokenAgainstTurnout({ ballots, districtCode }: Protocol, { voted, source }: TurnoutKnown): ResultRule | null {
  const voters = voted?.get(districtCode);
  if (voters === undefined) return null;
  if (source === 'tally') return ballots === voters ? null : 'ballots_differ_from_voted';
  // Nobody at all: no turnout was reported there.
  return voters > 0 && ballots > voters ? 'ballots_exceed_voted' : null;
}
