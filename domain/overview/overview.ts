import type { QuarantineRule, Scope } from '../board.ts';
import type { ElectionClock } from '../clock.ts';
import type { Severity } from '../incidents/incident.ts';
import type { ResponseTimes, StaffIncident } from '../incidents/staffIncident.ts';
import type { Release } from '../results/release.ts';
import type { Instant, Schedule } from '../schedule.ts';
import type { RefusalReason } from '../turnout.ts';
import type { PipelineStage } from '../violations/staffCase.ts';
import type { AgeCounts } from './ages.ts';
import type { Flow } from './flow.ts';
import type { Stall } from './stall.ts';

/** What a person may see at all; both null is everything. */
export interface Reach {
  regionCode: string | null;
  districtCode: string | null;
}

/** An open incident as the leadership board lists it. */
export type OpenIncident = Pick<
  StaffIncident,
  | 'id'
  | 'category'
  | 'severity'
  | 'state'
  | 'title'
  | 'unitCodes'
  | 'isPublic'
  | 'openedAt'
  | 'acknowledgedAt'
  | 'acknowledgedName'
  | 'assigneeName'
>;

/** An incident that lies over the minutes of the flow; open where it has no end. */
export interface FlowIncident {
  id: string;
  severity: Severity;
  title: StaffIncident['title'];
  openedAt: Instant;
  resolvedAt: Instant | null;
}

/** Refusals for one reason; null where nothing is kept that reaches back so far. */
export interface RefusalFigures {
  reason: RefusalReason;
  /** Since the opening, as the board shows it. */
  total: number;
  lately: number | null;
  lastHour: number | null;
  hourBefore: number | null;
}

export interface Refusals {
  /** How many minutes `lately`, `lastHour` and `hourBefore` of the reasons really are; null with them. */
  minutes: { lately: number | null; lastHour: number | null; hourBefore: number | null };
  byReason: RefusalFigures[];
  /** Of all reasons, to the minute: the last 10 and 60 whole minutes and the 60 before these. */
  all: { lately: number; lastHour: number; hourBefore: number };
}

export interface HeldDistrict {
  code: string;
  rule: QuarantineRule;
  since: Instant;
}

/** A region of the country or a district of the region. */
export interface PartFigures {
  code: string;
  eligible: number;
  voted: number;
  /** In the last 60 whole minutes. */
  votedInHour: number;
  /** In the same minutes of the day before; null where there was no voting. */
  votedInHourYesterday: number | null;
  open: Record<Severity, number>;
  stalls: number;
  casesOpen: number;
  /** Of these, more than 24 hours in their state. */
  casesOverDay: number;
  held: number;
}

/** Everything that the leadership board shows of the country, a region or a district. */
export interface Overview {
  scope: Scope;
  version: number;
  clock: ElectionClock;
  /** Election time up to which minutes are whole and judged. */
  at: Instant;
  /** Real time at which the vote database was last read, and since when it is not; null while it is. */
  checkedAt: Instant;
  staleSince: Instant | null;
  schedule: Schedule;
  release: Release | null;
  /** Changes of the schedule that wait for a second person. */
  proposals: number;
  figures: { eligible: number; authorized: number; voted: number };
  incidents: {
    ages: AgeCounts;
    unacknowledged: number;
    /** The worst first, then the oldest; no more than `mostShown`. */
    rows: OpenIncident[];
  };
  /** Every critical incident that is open within the person's reach, whatever part is looked at. */
  critical: string[];
  times: ResponseTimes[];
  /** Null before the opening. */
  flow: (Flow & { incidents: FlowIncident[] }) | null;
  refusals: Refusals;
  /** Null while no window is open long enough to judge. */
  stalls: { rows: Stall[]; judged: number } | null;
  cases: PipelineStage[];
  held: HeldDistrict[];
  parts: PartFigures[];
  /** Sockets of the live server beside the pages; null where it does not answer. */
  sockets: number | null;
}

/** How many open incidents the board names. */
export const mostShown = 40;
