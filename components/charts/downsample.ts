/** What the curve draws at one moment. */
export interface CurveRow {
  ms: number;
  authorized: number;
  voted: number;
}

function extremesOf(rows: CurveRow[], figureOf: (row: CurveRow) => number): CurveRow[] {
  let lowest = rows[0];
  let highest = rows[0];
  for (const row of rows) {
    if (lowest && figureOf(row) < figureOf(lowest)) lowest = row;
    if (highest && figureOf(row) > figureOf(highest)) highest = row;
  }
  return lowest && highest ? [lowest, highest] : [];
}

/** At most `limit` of the rows: both ends and the extremes of each stretch, so that no jump or fall is smoothed away. */
export function downsample(rows: CurveRow[], limit: number): CurveRow[] {
  if (rows.length <= limit) return rows;
  const inner = rows.slice(1, -1);
  const stretches = Math.max(1, Math.floor((limit - 2) / 4));
  const kept = new Set<CurveRow>(rows.slice(0, 1));
  for (let index = 0; index < stretches; index += 1) {
    const from = Math.floor((index * inner.length) / stretches);
    const stretch = inner.slice(from, Math.floor(((index + 1) * inner.length) / stretches));
    const extremes = new Set([
      ...extremesOf(stretch, (row) => row.voted),
      ...extremesOf(stretch, (row) => row.authorized),
    ]);
    for (const row of stretch) if (extremes.has(row)) kept.add(row);
  }
  for (const row of rows.slice(-1)) kept.add(row);
  return [...kept];
}
