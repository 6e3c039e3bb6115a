import { mixNumber, mixText } from './seededNumbers.ts';

export interface ContestInDistrict {
  districtCode: string;
  contestId: string;
  votesAllowed: number;
  /** Those that may be marked, by place on the ballot. */
  candidacyIds: readonly string[];
}

const blankShare = 0.05;
/** The larger, the more voters mark only a few of those they may. */
const restraint = 4.75;

/**
 * What the rehearsal's voters mark: the function gives the marks of the district's ballot of that rank, as ascending places in
 * `candidacyIds`. The same for the same seed.
 */
export function courseOfMarks(contest: ContestInDistrict, seed: number): (rank: number) => number[] {
  const { districtCode, contestId, votesAllowed, candidacyIds } = contest;
  const mixed = mixText(`${districtCode}/${contestId}`, seed);
  const weights = Float64Array.from(candidacyIds, (id) => popularityOf(id) * favourOf(id, districtCode));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const left = new Float64Array(weights.length);
  return (rank) => {
    const ballot = Math.floor(mixNumber(mixed, rank) * 2 ** 32);
    const count = Math.min(countMarks(mixNumber(ballot, 0), votesAllowed), weights.length);
    const marks: number[] = [];
    left.set(weights);
    let remaining = total;
    while (marks.length < count) {
      const place = drawPlace(left, mixNumber(ballot, marks.length + 1) * remaining);
      marks.push(place);
      remaining -= left[place] ?? 0;
      left[place] = 0;
    }
    return marks.sort((a, b) => a - b);
  };
}

/** How well a candidacy does wherever it stands, from 1 to 12. */
export function popularityOf(candidacyId: string): number {
  return 12 ** mixNumber(mixText(candidacyId, 0), 0);
}

function favourOf(candidacyId: string, districtCode: string): number {
  return 0.5 + mixNumber(mixText(`${districtCode}/${candidacyId}`, 0), 0);
}

function countMarks(inclination: number, votesAllowed: number): number {
  if (inclination < blankShare) return 0;
  return 1 + Math.floor(votesAllowed * ((inclination - blankShare) / (1 - blankShare)) ** restraint);
}

/** The place whose share of the line, as long as all that is left, has `aim` on it. */
function drawPlace(left: Float64Array, aim: number): number {
  let place = 0;
  let before = 0;
  for (let index = 0; index < left.length; index += 1) {
    const weight = left[index] ?? 0;
    if (weight === 0) continue;
    place = index;
    before += weight;
    if (aim < before) break;
  }
  return place;
}
