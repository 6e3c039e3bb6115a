import { z } from 'zod';
import { Names } from './languages.ts';
import { Channel } from './turnout.ts';

/** An instant with its offset, as it travels: `2020-10-02T19:54:00+06:00` or `…Z`. */
export const Instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof Instant>;

/** One announcement of when a channel may be voted through; a later one of the same channel replaces it. */
export const WindowChange = z.strictObject({
  channel: Channel,
  opensAt: Instant,
  closesAt: Instant,
  announcedAt: Instant,
  reason: Names.nullable(),
  decidedBy: Names,
});
export type WindowChange = z.infer<typeof WindowChange>;

/** One announcement of when results become public; a later one replaces it. */
export const PublicationChange = z.strictObject({
  publishAt: Instant,
  announcedAt: Instant,
  reason: Names.nullable(),
  decidedBy: Names,
});
export type PublicationChange = z.infer<typeof PublicationChange>;

/** Everything announced so far, in the order of its announcement. */
export const Schedule = z.strictObject({
  windows: z.array(WindowChange),
  publications: z.array(PublicationChange),
});
export type Schedule = z.infer<typeof Schedule>;

export const phases = ['before', 'open', 'closed', 'published'] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

export { isReleaseLate, phaseAt, publicationInForce, votingSpan, type WindowInForce, windowsInForce } from './phase.ts';
