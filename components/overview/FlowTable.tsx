'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useElectionFormat } from '#components/charts/useElectionFormat.ts';
import type { Flow } from '#domain/overview/flow.ts';

/** The minutes of the plot, newest first, laid over it while they are open. */
export function FlowTable({ flow, timeZone }: { flow: Flow; timeZone: string }) {
  const t = useTranslations('overview.flow');
  const format = useElectionFormat(timeZone);
  const [isOpen, setOpen] = useState(false);
  const figure = (value: number | null) => (value === null ? '–' : format.number(value));
  const columns = ['authorized', 'voted', 'authorizedYesterday', 'votedYesterday'] as const;
  return (
    <details className="group/table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer list-none text-ink underline decoration-field underline-offset-3 [&::-webkit-details-marker]:hidden">
        <span className="group-open/table:hidden">{t('showTable')}</span>
        <span className="hidden group-open/table:inline">{t('hideTable')}</span>
      </summary>
      <section
        aria-label={t('tableTitle')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="absolute inset-x-0 top-10 bottom-0 z-10 rounded-b-lg overflow-auto border-y border-hairline bg-surface px-3"
      >
        <table className="w-full text-right tabular-nums">
          <caption className="sr-only">{t('tableTitle')}</caption>
          <thead className="sticky top-0 bg-surface text-ink-soft">
            <tr>
              <th scope="col" className="py-1.5 text-left font-normal">
                {t('minute')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="py-1.5 pl-2 font-normal">
                  {t(`figure.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(isOpen ? flow.minutes.toReversed() : []).map((minute) => (
              <tr key={minute.at} className="border-t border-hairline text-ink">
                <th scope="row" className="py-0.5 text-left font-normal">
                  {format.clock(minute.at)}
                </th>
                {columns.map((column) => (
                  <td key={column} className="pl-2">
                    {figure(minute[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
