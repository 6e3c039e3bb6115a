import type { Names } from '../languages.ts';
import type { Instant, PublicationChange, WindowChange } from '../schedule.ts';
import type { Channel } from '../turnout.ts';
import type { ProposalEnd } from './faults.ts';

/** The times of a change, without the words. */
export type ChangeTimes =
  | { kind: 'window'; channel: Channel; opensAt: Instant; closesAt: Instant }
  | { kind: 'publication'; publishAt: Instant };

export interface ScheduleProposal {
  id: number;
  change: ChangeTimes;
  reason: Names;
  decidedBy: Names;
  /** What was in force when it was proposed; null where nothing was. */
  from:
    | Pick<WindowChange, 'opensAt' | 'closesAt' | 'announcedAt'>
    | Pick<PublicationChange, 'publishAt' | 'announcedAt'>
    | null;
  proposedBy: string;
  /** Whether whoever reads this proposed it, by account or by name. */
  isOwn: boolean;
  proposedAt: Instant;
  /** `announcedAt`: of the announcement that it became. */
  end: { outcome: ProposalEnd; by: string; at: Instant; note: string | null; announcedAt: Instant | null } | null;
}
