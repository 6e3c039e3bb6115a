'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { TurnoutCurve } from '#components/charts/TurnoutCurve.tsx';
import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import type { SeriesPoint } from '#domain/series.ts';
import { useServerNow } from './serverNow.ts';

interface Props {
  board: Board;
  election: Election;
  points: SeriesPoint[];
  incidents: IncidentMark[];
  renderedAtMs: number;
}

const minuteMs = 60_000;

export function TurnoutOverTime({ board, election, points, incidents, renderedAtMs }: Props) {
  const t = useTranslations('board.curve');
  const nowMs = electionNowMs(board.clock, useServerNow(renderedAtMs));
  return (
    <section aria-labelledby="curve" className="card min-w-0 p-4 sm:p-6 lg:col-span-12">
      <h2 id="curve" className="mb-4 text-base font-semibold">
        {t('title')}
      </h2>
      <Curve
        points={points}
        incidents={incidents}
        schedule={board.schedule}
        timeZone={election.timeZone}
        nowMs={Math.floor(nowMs / minuteMs) * minuteMs}
        hasOnline={election.channels.includes('online')}
      />
    </section>
  );
}

/** Drawn again only when its figures or the minute changed. */
const Curve = memo(TurnoutCurve);
