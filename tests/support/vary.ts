/** A number in [low, high) that depends on the key only, so that invented figures are the same on every run (FNV-1a). */
export function vary(key: string, low: number, high: number): number {
  let hash = 0x811c9dc5;
  for (const character of key) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return low + (high - low) * (((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32);
}
