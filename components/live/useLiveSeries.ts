'use client';

import { useEffect, useMemo, useState } from 'react';
import type { LiveAddress } from '#components/turnout/content.ts';
import type { Board } from '#domain/board.ts';
import { extendSeries } from '#domain/extendSeries.ts';
import type { Series, SeriesPoint } from '#domain/series.ts';
import { liveBase, seriesPath } from './liveAddress.ts';
import { startPolling } from './pollBoard.ts';

const refetchMs = 30_000;

/** The curve of the page's unit up to the figures shown now, and the sparks of its parts. */
export function useLiveSeries(
  initial: Series,
  board: Board,
  address: LiveAddress,
): { points: SeriesPoint[]; sparks: Series['sparks'] } {
  const [series, setSeries] = useState(initial);
  const { url, port } = address;
  const { level, code } = board.scope;
  // When election time runs fast, a step of the curve passes in less than the usual pause.
  const stepRealMs = stepMs(board, series.stepMinutes);

  useEffect(
    () =>
      startPolling({
        url: liveBase({ url, port }) + seriesPath({ level, code }),
        meanMs: Math.min(refetchMs, Math.max(5_000, stepRealMs)),
        onAnswer: (body) => {
          if (isSeries(body)) setSeries((before) => (body.version >= before.version ? body : before));
        },
        onFailure: () => {},
      }),
    [url, port, level, code, stepRealMs],
  );

  const row = board.rows[0];
  const points = useMemo(() => {
    if (!row || board.asOf === null || (series.points.length === 0 && row.voted === 0)) return series.points;
    return extendSeries(series, { at: board.asOf, authorized: row.authorized, voted: row.voted });
  }, [series, row, board.asOf]);
  return { points, sparks: series.sparks };
}

function stepMs({ clock }: Board, stepMinutes: number): number {
  if (clock.mode === 'live' || clock.speed === 0) return refetchMs;
  return (stepMinutes * 60_000) / clock.speed;
}

function isSeries(body: unknown): body is Series {
  if (typeof body !== 'object' || body === null) return false;
  const series = body as Partial<Series>;
  return typeof series.version === 'number' && Array.isArray(series.points) && Array.isArray(series.sparks);
}
