import type { Names } from '../languages.ts';
import type { Instant } from '../schedule.ts';
import type { Commission } from './commission.ts';
import type { DecideAppeal, DecideViolation, FileViolation } from './requests.ts';

interface ScriptedMoment {
  at: Instant;
  /** Who does it, as the history names the person. */
  by: string;
}

export type CaseStep = ScriptedMoment &
  (
    | { kind: 'registered' | 'review' }
    | { kind: 'assigned'; commission: Commission }
    | { kind: 'transferred'; commission: Commission; note: string }
    | { kind: 'decided'; decision: Omit<DecideViolation, 'rowVersion'> & { decidedBy?: Names } }
    | { kind: 'duplicate'; of: string }
    | { kind: 'appeal_filed'; grounds: string }
    | { kind: 'appeal_decided'; appeal: Omit<DecideAppeal, 'rowVersion'> & { commission: Commission } }
  );

/** One case as a package tells it, from its report on; the steps in the order of their time. */
export interface CaseScript {
  /** The package's own name of it; the register gives another. */
  reference: string;
  filed: ScriptedMoment & Omit<FileViolation, 'requestId' | 'receivedAt'>;
  steps: CaseStep[];
}
