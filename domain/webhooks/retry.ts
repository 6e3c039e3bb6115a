const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** How long after the first, the second, … failure a message is tried again (ms); after the last it is given up. In all a day. */
const delaysMs = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  6 * hour,
  10 * hour,
] as const;
/** Receivers that failed together are not asked again together. */
const jitter = 0.2;
const longestAskedMs = 24 * hour;

export const mostAttempts = delaysMs.length + 1;

/** ms until the next attempt after so many failed ones, `random` of 0 to 1; null where it is given up. */
export function retryDelayMs(failures: number, random: number): number | null {
  const delay = delaysMs[failures - 1];
  return delay === undefined ? null : Math.round(delay * (1 + jitter * (2 * random - 1)));
}

/** What Retry-After asks for (RFC 9110, 10.2.3), in ms from `nowMs`, at most a day; null where it asks for nothing. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const asked = /^\d{1,9}$/.test(header.trim()) ? Number(header) * second : Date.parse(header) - nowMs;
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, longestAskedMs) : null;
}
