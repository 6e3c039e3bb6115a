import type { Names } from '../languages.ts';
import type { Instant, Schedule } from '../schedule.ts';
import type { ChangeTimes } from './proposal.ts';

export interface AnnouncedChange {
  change: ChangeTimes;
  reason: Names | null;
  decidedBy: Names;
  announcedAt: Instant;
}

/** The schedule as it is once the change is announced. */
export function announceChange(schedule: Schedule, { change, ...words }: AnnouncedChange): Schedule {
  if (change.kind === 'publication')
    return { ...schedule, publications: [...schedule.publications, { publishAt: change.publishAt, ...words }] };
  const { channel, opensAt, closesAt } = change;
  return { ...schedule, windows: [...schedule.windows, { channel, opensAt, closesAt, ...words }] };
}
