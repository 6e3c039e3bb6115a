import { z } from 'zod';
import { Instant } from '../schedule.ts';

/** The newest released edition, as the board tells it; null before the release. */
export const Release = z.strictObject({
  edition: z.int().min(1),
  /** Election time of the first edition's release. */
  firstReleasedAt: Instant,
  /** Election time at which this edition was released. */
  releasedAt: Instant,
  /** Who approved it, in the order of the approvals. */
  approvedBy: z.array(z.string()),
  /** The board's version that its release made. */
  version: z.int().nonnegative(),
});
export type Release = z.infer<typeof Release>;
