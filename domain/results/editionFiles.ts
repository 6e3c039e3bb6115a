import { NotFound } from '../errors.ts';
import type { UnitCode } from '../geography.ts';
import { briefContest } from './briefContest.ts';
import type { AreaResult, ContestBrief, ContestResult, Edition } from './edition.ts';
import { type EditionIndex, getAbove, getTurnout, getUnit, indexEdition } from './indexEdition.ts';
import type { ChangesFile, ContestFile, ContestsFile, DistrictFile, RegionFile, SummaryFile } from './resultFiles.ts';
import { totalsOf } from './totalsOf.ts';

const headOf = ({ head, electionNames }: Edition) => ({ ...head, electionNames });

export function toSummaryFile(edition: Edition): SummaryFile {
  const index = indexEdition(edition);
  const country = edition.units.find(({ level }) => level === 'country');
  if (!country) throw new NotFound('the edition has no country');
  return {
    ...headOf(edition),
    country,
    totals: totalsOf(edition.contests),
    turnout: getTurnout(edition, country.code),
    contests: (index.contestsOf.get(country.code) ?? []).map(briefContest),
    regions: edition.units
      .filter(({ level }) => level === 'region')
      .map((unit) => ({
        unit,
        totals: totalsOf(index.contestsIn.get(unit.code) ?? []),
        turnout: getTurnout(edition, unit.code),
      })),
    open: edition.contests.map(briefContest).filter(isOpen),
    notEligible: edition.contests.flatMap(({ id, names, unitCode, candidacies }) =>
      candidacies
        .filter(({ status }) => status !== 'registered')
        .map((candidacy) => ({ contestId: id, contestNames: names, unitCode, candidacy })),
    ),
  };
}

const isOpen = ({ state, undecided }: ContestBrief) => state === 'withheld' || undecided.length > 0;

export function toContestsFile(edition: Edition): ContestsFile {
  const contests = edition.contests.map((contest) => {
    const { winners: _, undecided: __, ...listed } = briefContest(contest);
    return listed;
  });
  return { ...headOf(edition), contests };
}

/** Throws NotFound. */
export function toContestFile(edition: Edition, contestId: string): ContestFile {
  const index = indexEdition(edition);
  const contest = index.contestById.get(contestId);
  if (!contest) throw new NotFound(`no contest ${contestId}`);
  const districts = (index.districtsOf.get(contest.unitCode) ?? []).map(({ code }) => code);
  const spokenOf = new Set([contest.unitCode, ...districts].flatMap((code) => index.lineOf.get(code) ?? []));
  return {
    ...headOf(edition),
    contest,
    units: edition.units.filter((unit) => spokenOf.has(unit)),
    turnout: Object.fromEntries([contest.unitCode, ...districts].map((code) => [code, getTurnout(edition, code)])),
  };
}

/** Throws NotFound. */
export function toRegionFile(edition: Edition, code: UnitCode): RegionFile {
  const index = indexEdition(edition);
  const contests = index.contestsIn.get(code) ?? [];
  const country = getAbove(index, 'country', code);
  return {
    ...headOf(edition),
    region: getUnit(index, 'region', code),
    country,
    districts: [...(index.districtsOf.get(code) ?? [])],
    totals: totalsOf(contests),
    turnout: getTurnout(edition, code),
    contests: contests.map(briefContest),
    countryContests: (index.contestsOf.get(country.code) ?? []).map(({ regions, areas: _, ...contest }) => ({
      contest,
      area: regions.find(({ regionCodes }) => regionCodes.includes(code)) ?? null,
    })),
  };
}

/** Throws NotFound. */
export function toDistrictFile(edition: Edition, code: UnitCode): DistrictFile {
  const index = indexEdition(edition);
  const district = getUnit(index, 'district', code);
  const contests = listContestsOf(index, code).map((whole) => {
    const { regions: _, areas, ...contest } = whole;
    return { contest, area: areas.find(({ districtCodes }) => districtCodes.includes(code)) ?? null };
  });
  const merged = new Set(contests.flatMap(({ area }: { area: AreaResult | null }) => area?.districtCodes ?? []));
  return {
    ...headOf(edition),
    district,
    region: getAbove(index, 'region', code),
    country: getAbove(index, 'country', code),
    mergedWith: edition.units.filter((unit) => unit.code !== code && merged.has(unit.code)),
    turnout: getTurnout(edition, code),
    contests,
  };
}

/** Its own contests first, then those of the region and of the country. */
function listContestsOf({ lineOf, contestsOf }: EditionIndex, code: UnitCode): ContestResult[] {
  return (lineOf.get(code) ?? []).flatMap((unit) => contestsOf.get(unit.code) ?? []);
}

export function toChangesFile(edition: Edition): ChangesFile {
  return { ...headOf(edition), changes: [...edition.changes] };
}
