import type { Instant } from '../schedule.ts';
import type {
  IncidentCategory,
  IncidentOutcome,
  IncidentSource,
  IncidentState,
  Severity,
  TimelineText,
} from './incident.ts';

export const updateKinds = [
  'opened',
  'note',
  'state',
  'acknowledged',
  'assigned',
  'linked',
  'published',
  'duplicate',
  'false_alarm',
  'evidence',
] as const;
export type UpdateKind = (typeof updateKinds)[number];

/** An incident as the staff sees it in a list. */
export interface StaffIncident {
  id: string;
  rowVersion: number;
  category: IncidentCategory;
  severity: Severity;
  state: IncidentState;
  title: TimelineText;
  unitCodes: string[];
  regionCode: string | null;
  districtCode: string | null;
  isPublic: boolean;
  source: IncidentSource;
  openedAt: Instant;
  openedBy: string;
  acknowledgedAt: Instant | null;
  acknowledgedName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  resolvedAt: Instant | null;
  outcome: IncidentOutcome | null;
  duplicateOf: string | null;
  changedAt: Instant;
  changedBy: string;
}

/** One entry of the whole timeline, what people did among it. */
export interface StaffUpdate {
  id: number;
  at: Instant;
  kind: UpdateKind;
  state: IncidentState;
  text: TimelineText | null;
  isPublic: boolean;
  personName: string;
}

export interface LinkedIncident {
  id: string;
  title: TimelineText;
  state: IncidentState;
}

/** Everything known of an incident. */
export interface IncidentDetail extends StaffIncident {
  evidence: unknown;
  silencedUntil: Instant | null;
  updates: StaffUpdate[];
  links: LinkedIncident[];
}

/** How long it took, in seconds of the election's clock; null where there is none to take it of. */
export interface ResponseTimes {
  /** Null: the whole country and what belongs to no region. */
  regionCode: string | null;
  acknowledged: number;
  acknowledgeMedianSeconds: number | null;
  acknowledgeP90Seconds: number | null;
  resolved: number;
  resolveMedianSeconds: number | null;
  resolveP90Seconds: number | null;
}
