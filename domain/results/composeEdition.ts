import type { Contest } from '../electionPackage.ts';
import { InvalidInput } from '../errors.ts';
import type { Unit, UnitCode } from '../geography.ts';
import type { Names } from '../languages.ts';
import type { Candidacy } from './candidacy.ts';
import type { ResultSource } from './checkProtocols.ts';
import { listChanges } from './compareEditions.ts';
import { countContest } from './countContest.ts';
import type { ContestResult, Edition, TurnoutBeside } from './edition.ts';
import { indexUnits } from './indexUnits.ts';
import type { Lot, Protocol } from './protocol.ts';

export interface EditionInput
  extends Pick<Edition, 'head' | 'electionNames' | 'timeZone' | 'channels' | 'opensAt' | 'closesAt' | 'units'> {
  /** By district. */
  turnout: ReadonlyMap<UnitCode, TurnoutBeside>;
  contests: readonly Contest[];
  candidacies: readonly Candidacy[];
  /** Null for the zero feed. */
  protocols: readonly Protocol[] | null;
  source: ResultSource;
  lots: readonly Lot[];
  /** By contest id: why it was taken back. */
  retractions: ReadonlyMap<string, Names>;
  /** Contests of the edition that this one corrects. */
  previous: readonly ContestResult[] | null;
}

/** Counts everything. Throws InvalidInput for what belongs to no contest, comes twice, or for a lot that does not fit. */
export function composeEdition(input: EditionInput): Edition {
  const { head, electionNames, timeZone, channels, opensAt, closesAt, units, turnout, previous } = input;
  const { districtsOf, regionOf } = indexUnits(units);
  const contestIds = new Set(input.contests.map(({ id }) => id));
  const candidacies = groupByContest(contestIds, 'candidacy', input.candidacies);
  const protocols = groupByContest(contestIds, 'protocol', input.protocols ?? []);
  const lots = groupByContest(contestIds, 'lot', input.lots);
  const voted = new Map([...turnout].map(([code, beside]) => [code, beside.voted]));
  const contests = input.contests.map((contest) => {
    const own = protocols.get(contest.id) ?? [];
    checkOncePerDistrict(own);
    return countContest({
      contest,
      districtCodes: (districtsOf.get(contest.unitCode) ?? []).map(({ code }) => code),
      regionOf,
      candidacies: candidacies.get(contest.id) ?? [],
      protocols: input.protocols && own,
      source: input.source,
      voted,
      lot: lots.get(contest.id)?.at(-1) ?? null,
      retraction: input.retractions.get(contest.id) ?? null,
    });
  });
  return {
    head,
    electionNames,
    timeZone,
    channels,
    opensAt,
    closesAt,
    units,
    turnout: new Map(units.map(({ code }) => [code, sumTurnout(districtsOf.get(code) ?? [], turnout)])),
    contests,
    changes: previous ? listChanges(previous, contests) : [],
  };
}

function groupByContest<T extends { contestId: string }>(
  contestIds: ReadonlySet<string>,
  kind: string,
  rows: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (!contestIds.has(row.contestId))
      throw new InvalidInput(`A ${kind} names contest ${row.contestId}: there is none`);
    const group = groups.get(row.contestId);
    if (group) group.push(row);
    else groups.set(row.contestId, [row]);
  }
  return groups;
}

function checkOncePerDistrict(protocols: readonly Protocol[]): void {
  const seen = new Set<string>();
  for (const { contestId, districtCode } of protocols) {
    if (seen.has(districtCode)) {
      throw new InvalidInput(`Contest ${contestId} has two protocols of district ${districtCode}: keep one`);
    }
    seen.add(districtCode);
  }
}

function sumTurnout(districts: readonly Unit[], turnout: EditionInput['turnout']): TurnoutBeside {
  const sum: TurnoutBeside = { eligible: 0, specialList: 0, voted: 0 };
  for (const { code } of districts) {
    const part = turnout.get(code);
    sum.eligible += part?.eligible ?? 0;
    sum.specialList += part?.specialList ?? 0;
    sum.voted += part?.voted ?? 0;
  }
  return sum;
}
