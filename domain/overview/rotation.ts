import type { Overview } from './overview.ts';

/** What a wall shows one after another: the country, then each region where an incident is open or a district stalls. */
export function wallRotation({ scope, parts }: Pick<Overview, 'scope' | 'parts'>): (string | null)[] {
  if (scope.level !== 'country') return [null];
  const regions = parts.filter(({ open, stalls }) => open.critical + open.major + open.minor + stalls > 0);
  return [null, ...regions.map(({ code }) => code)];
}

/** What follows `current` in the rotation; the country where that is in it no more. */
export function nextInRotation(rotation: readonly (string | null)[], current: string | null): string | null {
  const index = rotation.indexOf(current);
  return index < 0 ? null : (rotation[(index + 1) % rotation.length] ?? null);
}
