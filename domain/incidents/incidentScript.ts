import type { Instant } from '../schedule.ts';
import type { FileIncident, UpdateIncident } from './requests.ts';

interface ScriptedMoment {
  at: Instant;
  /** Who does it, as the timeline names the person. */
  by: string;
}

export type IncidentStep = ScriptedMoment &
  ({ kind: 'acknowledge' } | { kind: 'update'; change: Omit<UpdateIncident, 'rowVersion'> });

/** One incident as a package tells it, from its report on; the steps in the order of their time. */
export interface IncidentScript {
  /** The package's own name of it; the board gives another. */
  reference: string;
  filed: ScriptedMoment & FileIncident;
  steps: IncidentStep[];
}
