import type { UnitCode } from './geography.ts';
import type { Channel } from './turnout.ts';

/** A fall (or rise) of a figure by decision: what was, what is, why and who decided. */
export interface Correction {
  version: number;
  districtCode: UnitCode;
  channel: Channel;
  authorizedBefore: number;
  authorizedAfter: number;
  votedBefore: number;
  votedAfter: number;
  reason: string;
  decidedBy: string;
  occurredAt: string;
}
