import type { Board } from '#domain/board.ts';
import type { Correction } from '#domain/correction.ts';
import type { Election } from '#domain/election.ts';
import type { Unit } from '#domain/geography.ts';
import type { IncidentMarks } from '#domain/incidents/incidentMark.ts';
import type { Series } from '#domain/series.ts';

export type UnitMarks = Pick<IncidentMarks, 'version' | 'incidents'>;

export type PageUnit = Omit<Unit, 'iso'>;

/** Where browsers find the live server: an address, or a port of the host that served the page. */
export interface LiveAddress {
  url: string | null;
  port: number;
}

/** All that a page of the board is made of. */
export interface BoardPageContent {
  election: Election;
  board: Board;
  series: Series;
  /** Those that the unit's curve shows. */
  incidents: UnitMarks;
  corrections: { total: number; corrections: Correction[] };
  units: PageUnit[];
  /** The server's clock when the page was made, epoch ms. */
  renderedAtMs: number;
  live: LiveAddress;
}
