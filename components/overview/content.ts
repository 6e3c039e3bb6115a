import type { NamedPlace } from '#components/incidents/content.ts';
import type { Overview } from '#domain/overview/overview.ts';

/** What the leadership board starts with. */
export interface OverviewContent {
  overview: Overview;
  places: NamedPlace[];
  timeZone: string;
  isTest: boolean;
  electionName: string;
  renderedAtMs: number;
  /** Whether the person may look at the whole country and at any region. */
  mayChoose: boolean;
  /** Links to what the person may work in. */
  maySee: { violations: boolean; schedule: boolean };
}
