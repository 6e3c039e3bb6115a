'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useRef, useState } from 'react';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import type { Schedule } from '#domain/schedule.ts';
import type { SeriesPoint } from '#domain/series.ts';
import { CurveTable } from './CurveTable.tsx';
import { CurveView } from './CurveView.tsx';
import {
  type CurveMode,
  cumulativeSeries,
  curveModes,
  curveTime,
  falls,
  hourlySeries,
  rowsWithin,
} from './curveModel.ts';
import { hourlyDifferences } from './hourly.ts';
import { IncidentLanes } from './IncidentLanes.tsx';
import { bandsWithin } from './incidentBands.ts';
import { ModeSwitch } from './ModeSwitch.tsx';
import { useElectionFormat } from './useElectionFormat.ts';
import { useLateCurve } from './useLateCurve.ts';

interface Props {
  /** Cumulative, in time order; the last is the newest. */
  points: SeriesPoint[];
  /** Public ones of the unit. */
  incidents: readonly IncidentMark[];
  schedule: Schedule;
  timeZone: string;
  /** The election's time now, epoch ms. */
  nowMs: number;
  hasOnline: boolean;
}

const drawnRows = 480;

/** Authorized and voted over the voting time, cumulative or by hour, and the same figures as a table. */
export function TurnoutCurve({ points, incidents, schedule, timeZone, nowMs, hasOnline }: Props) {
  const t = useTranslations('charts');
  const format = useElectionFormat(timeZone);
  const [mode, setMode] = useState<CurveMode>('cumulative');
  const group = useId();
  const box = useRef<HTMLDivElement>(null);
  const LiveCurve = useLateCurve(box);
  const time = useMemo(() => curveTime(schedule, timeZone), [schedule, timeZone]);
  const rows = useMemo(() => (time ? rowsWithin(points, time) : []), [points, time]);
  const hours = useMemo(() => (time ? hourlyDifferences(rows, time, timeZone) : []), [rows, time, timeZone]);
  const bands = useMemo(() => (time ? bandsWithin(incidents, time, nowMs) : []), [incidents, time, nowMs]);
  const series = useMemo(
    () => ({ cumulative: cumulativeSeries(rows, hasOnline, drawnRows), hourly: hourlySeries(hours, hasOnline) }),
    [rows, hours, hasOnline],
  );
  if (!time) return <p className="grid h-[380px] place-items-center text-ink-soft">{t('noWindow')}</p>;

  const isBefore = nowMs < time.startMs;
  const emptyText = isBefore
    ? t('opensAt', { moment: format.moment(time.startMs) })
    : rows.length === 0
      ? t('noFigures')
      : null;
  const newest = rows.at(-1);
  const label =
    emptyText === null && newest
      ? t(hasOnline ? 'summaryOnline' : 'summary', {
          moment: format.moment(newest.ms),
          authorized: format.number(newest.authorized),
          voted: format.number(newest.voted),
          count: newest.voted,
        })
      : (emptyText ?? '');
  const notes = [
    time.nights.length > 0 && t('nights'),
    t('zone', { zone: format.zoneName, offset: format.offset(time.startMs) }),
    falls(rows) && t('falls'),
  ].filter((note) => note !== false);
  return (
    <div ref={box} className="group/curve @container">
      <ModeSwitch group={group} mode={mode} onChange={setMode} />
      {curveModes.map((shown) => (
        <CurveView
          key={shown}
          series={isBefore ? { ...series[shown], rows: [], end: null, running: null } : series[shown]}
          {...{ time, hours, bands, nowMs, hasOnline, timeZone, emptyText, label }}
          isShown={shown === mode}
          LiveCurve={LiveCurve}
        />
      ))}
      {!isBefore && <IncidentLanes {...{ bands, time, timeZone }} />}
      <p className="mt-1 text-ink-soft text-sm">{notes.join(' ')}</p>
      <CurveTable hours={isBefore ? [] : hours} bands={bands} hasOnline={hasOnline} timeZone={timeZone} />
    </div>
  );
}
