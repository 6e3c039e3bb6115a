import type { PlaceChoice } from '#components/console/content.ts';
import type { ElectionClock } from '#domain/clock.ts';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { CaseDetail, CaseInList, PipelineStage } from '#domain/violations/staffCase.ts';

/** What the list's address answers. */
export interface CaseList {
  cases: CaseInList[];
  /** `before` of the next page; null on the last. */
  next: number | null;
  /** Of all that the person may see. */
  stages: PipelineStage[];
}

/** The list as it stood when its page was made, and how to go on from there. */
export interface CaseListContent {
  list: CaseList;
  /** Of the address that answers with the list as it is now. */
  query: string;
  /** Of the page, without its query. */
  path: string;
  filters: [name: string, value: string][];
  isNewestShown: boolean;
  places: PlaceChoice[];
  clock: ElectionClock;
  timeZone: string;
  renderedAtMs: number;
}

/** One case and what the reader may do to it. */
export interface CaseContent {
  shown: CaseDetail;
  verbs: CaseVerb[];
  mayReadRestricted: boolean;
  /** The district, region or country that the case is of. */
  unitCode: string;
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
