import type { PlaceChoice } from '#components/console/content.ts';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { CaseDetail } from '#domain/violations/staffCase.ts';

/** One case and what the reader may do to it. */
export interface CaseContent {
  shown: CaseDetail;
  verbs: CaseVerb[];
  mayReadRestricted: boolean;
  /** Commissions that the case can go to. */
  commissions: NamedCommission[];
  places: PlaceChoice[];
  timeZone: string;
  nowMs: number;
}

export interface NamedCommission {
  commission: Commission;
  name: string;
}
