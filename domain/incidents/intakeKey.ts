import type { Instant } from '../schedule.ts';

/** What a program reports incidents with, without its secret. Real time. */
export interface IntakeKey {
  id: number;
  name: string;
  /** Null: the whole country. */
  regionCode: string | null;
  createdAt: Instant;
  createdBy: string;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
  revokedBy: string | null;
}
