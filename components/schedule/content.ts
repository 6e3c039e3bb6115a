import type { ElectionClock } from '#domain/clock.ts';
import type { Language } from '#domain/languageCodes.ts';
import type { Release } from '#domain/results/release.ts';
import type { ScheduleProposal } from '#domain/schedule/proposal.ts';
import type { Schedule } from '#domain/schedule.ts';

/** What the schedule's address answers. */
export interface ScheduleAnswer {
  schedule: Schedule;
  /** All that are open, and the newest of the others. */
  proposals: ScheduleProposal[];
  clock: ElectionClock;
  release: Release | null;
  /** Whether a sealed draft stands; false for those who do not move the schedule. */
  isCountSealed: boolean;
}

export interface ScheduleContent {
  answer: ScheduleAnswer;
  mayPropose: boolean;
  mayConfirm: boolean;
  timeZone: string;
  renderedAtMs: number;
  /** The texts of the public page in every language, for what it will say. */
  publicTexts: Record<Language, Record<string, unknown>>;
}
