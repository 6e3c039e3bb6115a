'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { openDialog } from '#components/console/openDialog.ts';
import { useFormat } from '#components/format/useFormat.ts';
import { askServerClock } from '#components/live/serverClock.ts';
import { serverClock, useServerNow } from '#components/live/serverNow.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { may } from '#domain/staff/policy.ts';
import type { DeskContent } from '../content.ts';
import { usePlaceNames } from '../usePlaceNames.ts';
import { FileDialog } from './FileDialog.tsx';
import { IncidentFilters } from './IncidentFilters.tsx';
import { IncidentRows } from './IncidentRows.tsx';
import { IncidentView } from './IncidentView.tsx';
import { ResolveDialog } from './ResolveDialog.tsx';
import { ResponseTimesLine } from './ResponseTimesLine.tsx';
import { useDesk } from './useDesk.ts';
import { useDeskKeys } from './useDeskKeys.ts';
import { useIncidentList } from './useIncidentList.ts';

/** Where incidents are worked: the list, the chosen one beside it, and the form for a new one. */
export function IncidentDesk({ content }: { content: DeskContent }) {
  const { actor, places, clock, timeZone, renderedAtMs } = content;
  const t = useTranslations('incidents');
  const format = useFormat(timeZone);
  const [query, setQuery] = useState('');
  const list = useIncidentList(content.list, query);
  const electionMs = electionNowMs(clock, useServerNow(renderedAtMs));
  const desk = useDesk(list, electionMs, format);
  const dialog = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [resolving, setResolving] = useState<StaffIncident | null>(null);
  const placeNames = usePlaceNames(places);
  const mayFile = may(actor, 'incident.file', actor);
  useEffect(() => void askServerClock(serverClock), []);

  const current = list.incidents.find(({ id }) => id === desk.chosen);
  const move = (step: number) => {
    const index = list.incidents.findIndex(({ id }) => id === desk.chosen);
    const next = list.incidents[Math.min(list.incidents.length - 1, Math.max(0, index + step))];
    if (!next) return;
    desk.choose(next.id);
    document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const mayHere = (action: 'incident.acknowledge' | 'incident.update') =>
    current !== undefined && may(actor, action, current);
  useDeskKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => {
      if (current && current.state !== 'resolved' && mayHere('incident.acknowledge'))
        void desk.act(current.id, 'acknowledge', {});
    },
    r: () => {
      if (current && current.state !== 'resolved' && mayHere('incident.update')) setResolving(current);
    },
    n: () => {
      if (mayFile) openDialog(dialog.current);
    },
    '/': () => search.current?.focus(),
  });

  return (
    <>
      <div className={`flex-wrap items-center justify-between gap-3 ${desk.chosen ? 'hidden lg:flex' : 'flex'}`}>
        <h1 className="text-lg font-semibold">{t('title')}</h1>
        <ResponseTimesLine times={list.times} />
        {may(actor, 'key.read', { regionCode: null, districtCode: null }) && (
          <a className="link py-2" href={`/${format.language}/console/keys`}>
            {t('toKeys')}
          </a>
        )}
        {mayFile && (
          <Button look="main" onClick={() => openDialog(dialog.current)}>
            {t('report')}
          </Button>
        )}
      </div>
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-12">
        <div className={`min-w-0 lg:col-span-7 ${desk.chosen ? 'hidden lg:block' : ''}`}>
          <IncidentFilters places={places} searchRef={search} onQuery={setQuery} />
          {list.lostAtMs !== null && (
            <p role="status" className="mt-3 border-l-4 border-critical py-1 pl-3 text-sm">
              {t('connection.lost', { when: format.clock(electionNowMs(clock, list.lostAtMs), electionMs) })}
            </p>
          )}
          <IncidentRows
            incidents={list.incidents}
            chosen={desk.chosen}
            isNarrowed={query !== ''}
            {...{ electionMs, placeNames }}
            onChoose={desk.choose}
          />
          <p className="mt-2 hidden text-sm text-ink-soft lg:block">{t('list.hint')}</p>
        </div>
        <div className={`min-w-0 lg:col-span-5 ${desk.chosen ? '' : 'hidden lg:block'}`}>
          <IncidentView desk={desk} {...{ actor, electionMs, placeNames, format }} onResolve={setResolving} />
        </div>
      </div>
      {mayFile && <FileDialog dialogRef={dialog} {...{ actor, places }} onFiled={desk.filed} />}
      <ResolveDialog incident={resolving} desk={desk} onLeave={() => setResolving(null)} />
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-10 flex justify-center">
        {desk.toast && (
          <p
            key={desk.toast.text}
            className={`max-w-[65ch] rounded border px-4 py-3 ${desk.toast.isRefusal ? 'border-critical bg-surface' : 'border-ink bg-ink text-paper'}`}
          >
            {desk.toast.text}
          </p>
        )}
      </div>
    </>
  );
}
