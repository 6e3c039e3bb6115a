import { z } from 'zod';
import { Instant } from './schedule.ts';

/** The election's clock: real time when `live`, a moving or standing point of the election when `rehearsal`. */
export const ElectionClock = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('live') }),
  z.strictObject({
    mode: z.literal('rehearsal'),
    originReal: Instant,
    originElection: Instant,
    /** Election seconds a real second; 0 stands still. */
    speed: z.number().min(0).max(100_000),
  }),
]);
export type ElectionClock = z.infer<typeof ElectionClock>;

export { electionNowMs } from './electionNow.ts';
