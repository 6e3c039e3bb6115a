export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

/** The feed is said to be stale once the vote database was not read for this long. */
export const staleAfterMs = 10_000;

/** Real time since which the figures are stale (ISO), or null while they are fresh. */
export function staleSince(checkedAt: string, nowMs: number): string | null {
  return nowMs - Date.parse(checkedAt) > staleAfterMs ? checkedAt : null;
}
