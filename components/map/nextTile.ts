export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const unit: Record<Direction, { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Sideways distance counts double, so that a move stays in its row or column where it can. */
const sidewaysWeight = 2;

/** The index of the nearest tile in a direction by the tiles' middles, or null where none lies that way. */
export function nextTile(boxes: readonly Box[], current: number, direction: Direction): number | null {
  const origin = boxes[current];
  if (!origin) return null;
  const { x, y } = unit[direction];
  let nearest: number | null = null;
  let nearestCost = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const right = box.left + box.width / 2 - origin.left - origin.width / 2;
    const down = box.top + box.height / 2 - origin.top - origin.height / 2;
    const ahead = right * x + down * y;
    const aside = Math.abs(right * y) + Math.abs(down * x);
    const cost = ahead + aside * sidewaysWeight;
    if (index !== current && ahead > 1 && ahead * 1.01 >= aside / sidewaysWeight && cost < nearestCost) {
      nearest = index;
      nearestCost = cost;
    }
  });
  return nearest;
}
