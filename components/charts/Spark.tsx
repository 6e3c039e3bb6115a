interface Props {
  /** Voters by hour, oldest first. */
  values: readonly number[];
  /** What the bars say, in words. */
  label: string;
}

const widthPx = 96;
const heightPx = 24;

/** A row of small bars for the figures of the last hours; what a correction took away hangs below the line. */
export function Spark({ values, label }: Props) {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const range = highest - lowest || 1;
  const zero = Math.round((highest / range) * (heightPx - 2)) || (highest === lowest ? heightPx - 2 : 0);
  const pitch = widthPx / Math.max(1, values.length);
  const bars = values
    .map((value, index) => {
      const height = value === 0 ? 0 : Math.max(1, Math.round((Math.abs(value) / range) * (heightPx - 2)));
      const top = value >= 0 ? zero - height : zero + 1;
      return `M${Math.round(index * pitch * 10) / 10} ${top}h${Math.max(1, Math.round(pitch - 1))}v${height}h-${Math.max(1, Math.round(pitch - 1))}z`;
    })
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      width={widthPx}
      height={heightPx}
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      className="inline-block shrink-0 align-middle"
      shapeRendering="crispEdges"
    >
      <path d={bars} fill="var(--voted)" />
      <rect y={zero} width={widthPx} height={1} fill="var(--ink-soft)" />
    </svg>
  );
}
