'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useRef } from 'react';
import { Button } from '#components/console/Button.tsx';
import type { OverviewContent } from './content.ts';
import { EndedNotice, LostNotice } from './StateNotices.tsx';
import type { Alerts } from './useAlerts.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { useDrill } from './useDrill.ts';
import type { WatchedOverview } from './useOverview.ts';
import { useRotation } from './useRotation.ts';
import { useFullscreenEnd, useOthersInert, useScreenOn, useStillPointer, useWallScale } from './useWall.ts';

interface Props {
  content: OverviewContent;
  watched: WatchedOverview;
  /** Since when the figures are old, in words; null while they are new. */
  lostSince: string | null;
  alerts: Alerts;
  rotated: string | null;
  onRotate(region: string | null): void;
  onLeave(): void;
  title: ReactNode;
  children: ReactNode;
}

/** The board on a wall: the whole screen, larger, the country and the regions in trouble in turn. */
export function Wall(props: Props) {
  const { content, watched, lostSince, alerts, rotated, onRotate, onLeave, title, children } = props;
  const t = useTranslations('overview.wall');
  const tSite = useTranslations('site.rehearsal');
  const drill = useDrill();
  const scale = useWallScale();
  const isStill = useStillPointer();
  const { isEnded } = watched;
  const rotation = useRotation(watched.overview, rotated, onRotate);
  useScreenOn();
  useOthersInert();
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const end = useCallback(() => leave.current(), []);
  useFullscreenEnd(end);
  const exit = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else onLeave();
  };
  useBoardKeys({ ' ': rotation.toggle, n: rotation.next, s: alerts.toggle, Escape: exit });
  return (
    <div
      data-wall
      className={`fixed inset-0 z-20 flex flex-col gap-3 overflow-auto bg-paper p-4 ${isStill ? 'cursor-none' : ''}`}
      style={{ zoom: scale }}
    >
      <div className="flex flex-wrap items-center gap-x-6">
        {isEnded ? <p className="mr-auto text-lg font-bold">{content.electionName}</p> : title}
        {content.isTest && (
          <p className="bg-ink px-3 py-1 text-sm font-semibold text-paper print-colors">{tSite('word')}</p>
        )}
        {rotation.count > 1 && (
          <p className="text-sm text-ink-soft tabular-nums">
            {t(rotation.isPaused ? 'paused' : 'turn', { shown: String(rotation.place), all: String(rotation.count) })}
          </p>
        )}
        <div className={`flex gap-2 ${isStill ? 'opacity-0 focus-within:opacity-100' : ''}`}>
          {rotation.count > 1 && (
            <Button className="min-h-9 px-3 py-1 text-sm" onClick={rotation.toggle}>
              {t(rotation.isPaused ? 'resume' : 'pause')}
            </Button>
          )}
          {!alerts.isOn && (
            <Button className="min-h-9 px-3 py-1 text-sm" onClick={alerts.toggle}>
              {t('alerts')}
            </Button>
          )}
          <Button className="min-h-9 px-3 py-1 text-sm" onClick={() => document.documentElement.requestFullscreen?.()}>
            {t('full')}
          </Button>
          <Button className="min-h-9 px-3 py-1 text-sm" onClick={exit}>
            {t('leave')}
          </Button>
        </div>
      </div>
      {isEnded ? (
        <EndedNotice drill={drill} />
      ) : (
        <>
          {lostSince !== null && <LostNotice when={lostSince} />}
          {children}
        </>
      )}
    </div>
  );
}
