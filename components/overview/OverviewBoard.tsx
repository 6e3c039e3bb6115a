'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useFormat } from '#components/format/useFormat.ts';
import { usePlaceNames } from '#components/incidents/usePlaceNames.ts';
import { useServerNow } from '#components/live/serverNow.ts';
import { useListKeys } from '#components/violations/useListKeys.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { BoardBody } from './BoardBody.tsx';
import type { OverviewContent } from './content.ts';
import { OverviewControls, OverviewTitle } from './OverviewHead.tsx';
import { EndedNotice, LostNotice } from './StateNotices.tsx';
import { SystemLine } from './SystemLine.tsx';
import { useAlerts, useAlertsOn } from './useAlerts.ts';
import { useBoardKeys } from './useBoardKeys.ts';
import { useDrill } from './useDrill.ts';
import { useFillHeight } from './useFillHeight.ts';
import { useOverview } from './useOverview.ts';
import { Wall } from './Wall.tsx';

/** The page that the leadership looks at: everything that is open, slow or waiting, live. */
export function OverviewBoard({ content }: { content: OverviewContent }) {
  const t = useTranslations('overview');
  const { places, timeZone, renderedAtMs, mayChoose } = content;
  const format = useFormat(timeZone);
  const drill = useDrill();
  const [rotated, setRotated] = useState<string | null>(null);
  const isOnGuard = useAlertsOn() || drill.isWall;
  const asked = drill.isWall ? rotated : drill.region;
  const isRegion = places.some(({ level, code }) => level === 'region' && code === asked);
  const region = mayChoose && isRegion ? asked : null;
  const watched = useOverview(content.overview, { region, isOnGuard });
  const { overview, lostAtMs, isEnded } = watched;
  const nowMs = useServerNow(renderedAtMs);
  const electionMs = electionNowMs(overview.clock, nowMs);
  const placeNames = usePlaceNames(places);
  const alerts = useAlerts(overview.critical);
  const board = useRef<HTMLDivElement>(null);
  useListKeys(board, overview.incidents.rows);
  useFillHeight(board, !drill.isWall);
  const enterWall = () => {
    void document.documentElement.requestFullscreen?.().catch(() => {});
    drill.setWall(true);
  };
  useBoardKeys(drill.isWall ? {} : { w: enterWall, s: alerts.toggle });

  const { level, code } = overview.scope;
  const title = level === 'country' ? t('country') : placeNames([code]);
  const lostSince = lostAtMs === null ? null : format.clock(electionNowMs(overview.clock, lostAtMs), electionMs);
  const head = { overview, title, electionMs, format, maySeeSchedule: content.maySee.schedule };
  const system = <SystemLine {...{ overview, nowMs, electionMs, format }} zoneName={format.zoneName} />;
  const spoken = (
    <p className="sr-only" aria-live="polite">
      {alerts.fresh.length > 0 && t('spoken', { ids: alerts.fresh.join(', ') })}
    </p>
  );
  if (drill.isWall)
    return (
      <Wall
        {...{ content, watched, lostSince, alerts, rotated }}
        onRotate={setRotated}
        onLeave={() => drill.setWall(false)}
        title={<OverviewTitle {...head} />}
      >
        <BoardBody {...{ content, watched, drill, electionMs, placeNames, format }} />
        {system}
        {spoken}
      </Wall>
    );
  return (
    <div ref={board} className="-mt-3 flex flex-col gap-3 xl:h-[max(600px,var(--fill,calc(100dvh-11rem)))] xl:-mb-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <OverviewTitle {...head} />
        <OverviewControls
          {...{ drill, alerts }}
          regions={mayChoose ? places.filter((place) => place.level === 'region') : []}
          shownRegion={level === 'region' ? code : null}
          onWall={enterWall}
        />
      </div>
      {isEnded ? (
        <EndedNotice drill={drill} />
      ) : (
        <>
          {lostSince !== null && <LostNotice when={lostSince} />}
          {alerts.isMuted && <p className="border-l-4 border-incident pl-3 text-sm">{t('muted')}</p>}
          <BoardBody {...{ content, watched, drill, electionMs, placeNames, format }} />
          <div className="-mt-1 flex flex-wrap justify-between gap-x-6">
            {system}
            <p className="text-sm leading-5 text-ink-soft max-xl:hidden">{t(mayChoose ? 'keysChoose' : 'keys')}</p>
          </div>
        </>
      )}
      {spoken}
    </div>
  );
}
