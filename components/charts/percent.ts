/** A ratio as a CSS percentage, short enough to travel. */
export const percent = (ratio: number) => `${Math.round(ratio * 10_000) / 100}%`;
