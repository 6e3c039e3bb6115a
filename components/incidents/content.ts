import type { LiveAddress } from '#components/turnout/content.ts';
import type { Board } from '#domain/board.ts';
import type { ElectionClock } from '#domain/clock.ts';
import type { Election } from '#domain/election.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import type { IncidentDetail, ResponseTimes, StaffIncident } from '#domain/incidents/staffIncident.ts';
import type { Actor } from '#domain/staff/policy.ts';

/** A region or a district by its name in the reader's language. */
export interface NamedPlace {
  code: string;
  /** Of a district; its own code for a region. */
  regionCode: string;
  level: 'region' | 'district';
  name: string;
}

export interface StatusContent {
  election: Election;
  board: Board;
  file: StatusFile;
  places: NamedPlace[];
  renderedAtMs: number;
  live: LiveAddress;
}

/** Who works at the desk, and what they start with. */
export interface DeskContent {
  actor: Actor & { id: string };
  places: NamedPlace[];
  clock: ElectionClock;
  timeZone: string;
  renderedAtMs: number;
  list: IncidentList;
}

/** What the list's address answers. */
export interface IncidentList {
  incidents: StaffIncident[];
  /** Of all that the person may see. */
  times: ResponseTimes | null;
}

/** What an incident's address answers. */
export interface IncidentAnswer {
  incident: IncidentDetail;
  assignees: { id: string; name: string }[];
}
