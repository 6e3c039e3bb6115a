import type { Release } from './results/release.ts';
import type { Instant, Phase, PublicationChange, Schedule, WindowChange } from './schedule.ts';
import type { Channel } from './turnout.ts';

/** The window of each channel now in force, with the one it was extended from, if it was. */
export interface WindowInForce extends WindowChange {
  plannedClosesAt: Instant;
}

export function windowsInForce(schedule: Schedule): WindowInForce[] {
  const byChannel = new Map<Channel, WindowInForce>();
  for (const change of schedule.windows) {
    const planned = byChannel.get(change.channel);
    byChannel.set(change.channel, { ...change, plannedClosesAt: planned?.plannedClosesAt ?? change.closesAt });
  }
  return [...byChannel.values()];
}

export function publicationInForce(schedule: Schedule): PublicationChange | null {
  return schedule.publications.at(-1) ?? null;
}

/** The first opening and the last closing over all channels, epoch ms; null where nothing is announced. */
export function votingSpan(
  schedule: Schedule,
): { opensAtMs: number; closesAtMs: number; plannedClosesAtMs: number } | null {
  const windows = windowsInForce(schedule);
  if (windows.length === 0) return null;
  return {
    opensAtMs: Math.min(...windows.map((w) => Date.parse(w.opensAt))),
    closesAtMs: Math.max(...windows.map((w) => Date.parse(w.closesAt))),
    plannedClosesAtMs: Math.max(...windows.map((w) => Date.parse(w.plannedClosesAt))),
  };
}

/** `published` from the release on, never by the clock alone. */
export function phaseAt(schedule: Schedule, nowMs: number, release: Release | null): Phase {
  if (release) return 'published';
  const span = votingSpan(schedule);
  if (!span || nowMs < span.opensAtMs) return 'before';
  return nowMs < span.closesAtMs ? 'open' : 'closed';
}

/** Whether the time announced for the results has passed without a release. */
export function isReleaseLate(schedule: Schedule, nowMs: number, release: Release | null): boolean {
  const publication = publicationInForce(schedule);
  return release === null && publication !== null && nowMs >= Date.parse(publication.publishAt);
}
