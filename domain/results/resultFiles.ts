import { z } from 'zod';
import { Unit, UnitCode } from '../geography.ts';
import { Names } from '../languages.ts';
import { ResultId } from './candidacy.ts';
import {
  AreaResult,
  ContestBrief,
  ContestResult,
  EditionHead,
  RegionResult,
  ResultChange,
  ResultTotals,
  TurnoutBeside,
} from './edition.ts';

/** The JSON files of an edition, which the press reads and the pages draw. Their paths are in `resultPaths`. */
export const ContestFile = EditionHead.extend({
  electionNames: Names,
  contest: ContestResult,
  /** The units the contest speaks of: its own, those above it, its districts and their regions. */
  units: z.array(Unit),
  /** By code of those districts and of the contest's unit. */
  turnout: z.record(UnitCode, TurnoutBeside),
});
export type ContestFile = z.infer<typeof ContestFile>;

/** A region: its own contests and those of its districts, winners only; and its own figures of contests of the whole country. */
export const RegionFile = EditionHead.extend({
  electionNames: Names,
  region: Unit,
  country: Unit,
  districts: z.array(Unit),
  totals: ResultTotals,
  turnout: TurnoutBeside,
  contests: z.array(ContestBrief),
  countryContests: z.array(
    z.strictObject({
      contest: ContestResult.omit({ regions: true, areas: true }),
      /** Null before the results, while the contest is withheld or its votes are hidden, and in a country of one region. */
      area: RegionResult.nullable(),
    }),
  ),
});
export type RegionFile = z.infer<typeof RegionFile>;

/** A district: every contest that its voters vote in, with this district's own figures. */
export const DistrictFile = EditionHead.extend({
  electionNames: Names,
  district: Unit,
  region: Unit,
  country: Unit,
  /** The districts that this one was merged with in some contest. */
  mergedWith: z.array(Unit),
  turnout: TurnoutBeside,
  contests: z.array(
    z.strictObject({
      contest: ContestResult.omit({ regions: true, areas: true }),
      /** Null before the results, and while the contest is withheld or its votes are hidden. */
      area: AreaResult.nullable(),
    }),
  ),
});
export type DistrictFile = z.infer<typeof DistrictFile>;

/** The country: totals, a row a region, contests of the whole country, and everybody who lost the right to a seat. */
export const SummaryFile = EditionHead.extend({
  electionNames: Names,
  country: Unit,
  totals: ResultTotals,
  turnout: TurnoutBeside,
  contests: z.array(ContestBrief),
  regions: z.array(z.strictObject({ unit: Unit, totals: ResultTotals, turnout: TurnoutBeside })),
  /** Contests that are tied, have a pending seat, or are withheld. */
  open: z.array(ContestBrief),
  notEligible: z.array(
    z.strictObject({
      contestId: ResultId,
      contestNames: Names,
      unitCode: UnitCode,
      candidacy: ContestResult.shape.candidacies.element,
    }),
  ),
});
export type SummaryFile = z.infer<typeof SummaryFile>;

/** Every contest of the election, without candidacies. */
export const ContestsFile = EditionHead.extend({
  electionNames: Names,
  contests: z.array(ContestBrief.omit({ winners: true, undecided: true })),
});
export type ContestsFile = z.infer<typeof ContestsFile>;

/** What a correction changed. */
export const ChangesFile = EditionHead.extend({ electionNames: Names, changes: z.array(ResultChange) });
export type ChangesFile = z.infer<typeof ChangesFile>;
