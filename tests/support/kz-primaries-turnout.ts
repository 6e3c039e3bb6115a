import { apportion, sum } from './apportion.ts';
import { type Counter, counters, courseOf, formatMoment, moments } from './kz-primaries-course.ts';
import { vary } from './vary.ts';

export type District = { code: string; regionCode: string; kind: string; population: number; eligible: number };
type ByDistrict = Record<Counter, number[]>;

const lowestTurnout = 0.6;
const highestTurnout = 0.92;
const highestPaperShare = 0.45;

const columns = [
  'district_code',
  'station',
  'moment',
  'authorized',
  'refused_not_on_roll',
  'refused_iin_used',
  'refused_phone_used',
  'refused_ip_used',
  'refused_outside_window',
  'voted_online',
  'voted_station',
  'voted_paper',
  'reason',
];

/** The rows of turnout.csv with their header: every district at every moment. */
export function composeTurnout(districts: District[]): string[][] {
  const national = perCounter(courseOf);
  const finals = decideFinals(districts);
  const current = perCounter(() => districts.map(() => 0));
  const rows = moments.flatMap((moment, momentIndex) => {
    for (const counter of counters) {
      const total = national[counter][momentIndex] ?? 0;
      current[counter] = advance(districts, counter, { total, finals, current });
    }
    return districts.map(({ code }, index) => {
      const figures = counters.map((counter): [string, number] => [counter, current[counter][index] ?? 0]);
      return toRow(code, moment, new Map(figures));
    });
  });
  return [columns, ...rows];
}

function toRow(code: string, moment: number, figures: Map<string, number>): string[] {
  const labels = new Map([
    ['district_code', code],
    ['station', ''],
    ['moment', formatMoment(moment)],
    ['reason', ''],
  ]);
  return columns.map((column) => labels.get(column) ?? String(figures.get(column) ?? 0));
}

/** The districts at the next moment: never below the last, never above their final, no online vote unauthorized. */
function advance(
  districts: District[],
  counter: Counter,
  { total, finals, current }: { total: number; finals: ByDistrict; current: ByDistrict },
): number[] {
  const nationalProgress = total / sum(finals[counter]);
  const claims = districts.map(({ code }, index) => {
    const final = finals[counter][index] ?? 0;
    const authorized = current.authorized[index] ?? 0;
    return {
      weight: final * nationalProgress ** vary(`pace ${code}`, 0.85, 1.2),
      lower: current[counter][index] ?? 0,
      upper: counter === 'voted_online' ? Math.min(final, authorized) : final,
    };
  });
  return apportion(total, claims);
}

/** What each district comes to by the close: its own turnout, paper in the country, the rest online. */
function decideFinals(districts: District[]): ByDistrict {
  const paper = apportion(
    closingTotal('voted_paper'),
    districts.map((district) => ({
      weight: district.eligible * paperInclination(district),
      lower: 0,
      upper: Math.floor(district.eligible * highestPaperShare),
    })),
  );
  const voted = apportion(
    closingTotal('voted_online') + closingTotal('voted_paper'),
    districts.map((district) => ({
      weight: district.eligible * turnoutInclination(district),
      lower: Math.ceil(district.eligible * lowestTurnout),
      upper: Math.floor(district.eligible * highestTurnout),
    })),
  );
  const online = voted.map((voters, index) => voters - (paper[index] ?? 0));
  const authorized = apportion(
    closingTotal('authorized'),
    districts.map(({ code, eligible }, index) => {
      const notOnPaper = eligible - (paper[index] ?? 0);
      return { weight: notOnPaper * vary(`authorized ${code}`, 0.94, 1), lower: online[index] ?? 0, upper: notOnPaper };
    }),
  );
  const decided: Partial<ByDistrict> = { authorized, voted_online: online, voted_paper: paper };
  return perCounter((counter) => decided[counter] ?? decideRefusals(districts, counter));
}

function decideRefusals(districts: District[], counter: Counter): number[] {
  const claims = districts.map(({ code, eligible }) => ({
    weight: eligible * vary(`${counter} ${code}`, 0.5, 1.5),
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
  }));
  return apportion(closingTotal(counter), claims);
}

function turnoutInclination({ code, kind }: District): number {
  return kind === 'rural' ? vary(`turnout ${code}`, 0.66, 0.89) : vary(`turnout ${code}`, 0.64, 0.88);
}

function paperInclination({ code, kind, population }: District): number {
  return kind === 'rural' ? vary(`paper ${code}`, 0.5, 1.4) / (1 + population / 60_000) : 0;
}

function closingTotal(counter: Counter): number {
  return courseOf(counter).at(-1) ?? 0;
}

function perCounter(figuresOf: (counter: Counter) => number[]): ByDistrict {
  return {
    authorized: figuresOf('authorized'),
    refused_not_on_roll: figuresOf('refused_not_on_roll'),
    refused_iin_used: figuresOf('refused_iin_used'),
    refused_phone_used: figuresOf('refused_phone_used'),
    refused_ip_used: figuresOf('refused_ip_used'),
    voted_online: figuresOf('voted_online'),
    voted_paper: figuresOf('voted_paper'),
  };
}
