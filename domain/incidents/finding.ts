import type { UnitCode } from '../geography.ts';
import type { Detector } from './incident.ts';

/** What a detector says of one thing that it looks at: `hold` neither opens nor ends an incident, so that none flaps. */
export interface Finding {
  detector: Detector;
  /** What it is of: a unit, a reason of refusals, or nothing more. */
  subject: string;
  judgement: 'open' | 'hold' | 'clear';
  /** None: the whole country. */
  unitCodes: UnitCode[];
  /** The figures that it goes by. */
  evidence: Record<string, number | string | Record<string, number>>;
}

/** What two reports of the same thing share. */
export function fingerprintOf({ detector, subject }: Pick<Finding, 'detector' | 'subject'>): string {
  return `detector:${detector}:${subject}`;
}
