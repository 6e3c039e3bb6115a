/** What was seen of critical incidents; null before the first look, so that nothing sounds when a page opens. */
export type SeenCritical = ReadonlySet<string> | null;

/** The critical incidents that are new, and what is seen now; one that was seen once is never new again. */
export function noteCritical(seen: SeenCritical, open: readonly string[]): { fresh: string[]; seen: Set<string> } {
  return {
    fresh: seen === null ? [] : open.filter((id) => !seen.has(id)),
    seen: new Set([...(seen ?? []), ...open]),
  };
}
