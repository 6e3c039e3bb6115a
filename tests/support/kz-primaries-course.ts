import { readRecords } from './read-records.ts';

export const counters = [
  'authorized',
  'refused_not_on_roll',
  'refused_iin_used',
  'refused_phone_used',
  'refused_ip_used',
  'voted_online',
  'voted_paper',
] as const;
export type Counter = (typeof counters)[number];

const paceByHour = [
  0.15, 0.08, 0.05, 0.04, 0.06, 0.1, 0.3, 0.55, 0.85, 1.1, 1.3, 1.25, 1.05, 0.95, 0.9, 0.9, 0.95, 1.05, 1.25, 1.35, 1.2,
  0.85, 0.5, 0.25,
];
const rushes: Record<string, number> = {
  '2020-10-03T12': 1.25,
  '2020-10-03T13': 1.7,
  '2020-10-04T12': 1.6,
  '2020-10-04T13': 2.5,
};

const utcOffset = '+06:00';
const quarterHourMs = 15 * 60_000;
const hourMs = 60 * 60_000;
const opensAtMs = parseLocal('2020-10-01T00:00');
const fineUntilMs = parseLocal('2020-10-01T06:00');
const closesAtMs = parseLocal('2020-10-04T14:00');

const checkpoints = readRecords(new URL('./kz-course-2020.csv', import.meta.url));

/** Epoch ms of each quarter of an hour of the first night, then of each hour until the close. */
export const moments = Array.from(
  { length: (closesAtMs - opensAtMs) / quarterHourMs + 1 },
  (_, index) => opensAtMs + index * quarterHourMs,
).filter((moment) => moment <= fineUntilMs || (moment - opensAtMs) % hourMs === 0);

export function formatMoment(moment: number): string {
  return `${toLocal(moment).slice(0, 19)}${utcOffset}`;
}

/** The national figure of a counter at each of `moments`: exact at its checkpoints, by the day's pace between them. */
export function courseOf(counter: Counter): number[] {
  const points = checkpoints
    .filter((record) => record.get(counter) !== '')
    .map((record) => ({ at: parseLocal(record.get('at')), total: Number(record.get(counter)) }));
  return moments.map((moment) => {
    const before = points.findLast(({ at }) => at <= moment);
    const after = points.find(({ at }) => at > moment);
    if (!before || !after) return before?.total ?? 0;
    const progress = effort(before.at, moment) / effort(before.at, after.at);
    return before.total + Math.round((after.total - before.total) * progress);
  });
}

function effort(from: number, to: number): number {
  let total = 0;
  for (let moment = from; moment < to; moment += quarterHourMs) total += paceAt(moment);
  return total;
}

function paceAt(moment: number): number {
  const dayAndHour = toLocal(moment).slice(0, 13);
  return (paceByHour[Number(dayAndHour.slice(-2))] ?? 0) * (rushes[dayAndHour] ?? 1);
}

function parseLocal(local: string): number {
  return Date.parse(`${local}:00${utcOffset}`);
}

function toLocal(moment: number): string {
  return new Date(moment + 6 * hourMs).toISOString();
}
