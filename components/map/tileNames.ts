/** Words for the kind of unit that a tile has no room for. */
const kinds = /(^|\s)(region|district|oblast|облысы|ауданы|қаласы|область|район|обл\.|город|г\.|city)(?=\s|$)/giu;

/** Names without `Region`, `область` or `облысы`, but whole where two would become the same. */
export function tileNames(names: readonly string[]): string[] {
  const bare = names.map((name) => name.replace(kinds, ' ').trim().replace(/\s+/g, ' ') || name);
  const uses = new Map<string, number>();
  for (const name of bare) uses.set(name, (uses.get(name) ?? 0) + 1);
  return bare.map((name, index) => ((uses.get(name) ?? 0) > 1 ? (names[index] ?? name) : name));
}

/** The last part of a code: `AKM` of `KZ-AKM`. */
export function codeTail(code: string): string {
  return code.slice(code.lastIndexOf('-') + 1);
}
