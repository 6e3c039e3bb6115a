/** A linear scale for whole numbers with round ticks; zero is always on it and has no tick. */
export interface ValueScale {
  min: number;
  max: number;
  ticks: number[];
}

const aimedTicks = 4;
const headroom = 1.1;

function roundStep(roughStep: number): number {
  const power = 10 ** Math.floor(Math.log10(roughStep));
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const factor = factors.find((candidate) => candidate * power >= roughStep) ?? 10;
  return Math.max(1, factor * power);
}

export function valueScale(lowest: number, highest: number): ValueScale {
  const low = Math.min(0, lowest);
  const high = Math.max(0, highest);
  if (low === high) return { min: 0, max: 1, ticks: [] };
  const step = roundStep((high - low) / aimedTicks);
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) if (tick !== 0) ticks.push(tick);
  return { min: low * headroom, max: high * headroom, ticks };
}
