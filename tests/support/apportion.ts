export type Claim = { weight: number; lower: number; upper: number };

/** Whole numbers that sum to `total`, each within its claim's bounds, by weight and largest remainder. */
export function apportion(total: number, claims: Claim[]): number[] {
  const scale = findScale(total, claims);
  const ideals = claims.map((claim) => idealAt(scale, claim));
  const shares = ideals.map(Math.floor);
  let missing = total - sum(shares);
  const byRemainder = ideals
    .map((ideal, index) => ({ index, remainder: ideal - Math.floor(ideal) }))
    .filter(({ remainder }) => remainder > 0)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  if (missing !== 0) throw new Error(`cannot apportion ${total}: ${missing} left over within the bounds`);
  return shares;
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function idealAt(scale: number, { weight, lower, upper }: Claim): number {
  return Math.min(Math.max(scale * weight, lower), upper);
}

function findScale(total: number, claims: Claim[]): number {
  const reached = (scale: number) => sum(claims.map((claim) => idealAt(scale, claim)));
  let low = 0;
  let high = 1;
  while (reached(high) < total && high < Number.MAX_SAFE_INTEGER) high *= 2;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (reached(middle) < total) low = middle;
    else high = middle;
  }
  return high;
}
