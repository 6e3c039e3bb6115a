import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { Hour } from './hourly.ts';
import { IncidentNotes } from './IncidentNotes.tsx';
import { type Band, notesByHour } from './incidentBands.ts';
import { useElectionFormat } from './useElectionFormat.ts';

interface Props {
  hours: Hour[];
  bands: readonly Band[];
  hasOnline: boolean;
  timeZone: string;
}

/** The figures of the curve by hour, newest first, behind a summary that opens without JavaScript. */
export function CurveTable({ hours, bands, hasOnline, timeZone }: Props) {
  const t = useTranslations('charts');
  const figures = hasOnline ? (['authorized', 'voted'] as const) : (['voted'] as const);
  if (hours.length === 0) return null;
  return (
    <details className="group/table mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-ink text-sm underline decoration-ink-soft underline-offset-4 outline-offset-2 hover:decoration-ink focus-visible:outline-2">
        <span className="group-open/table:hidden">{t('showTable')}</span>
        <span className="hidden group-open/table:inline">{t('hideTable')}</span>
      </summary>
      <section
        aria-label={t('tableTitle')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-2 max-h-[480px] overflow-auto border-hairline border-y"
      >
        <table className="w-full text-right text-sm tabular-nums">
          <caption className="sr-only">{t('tableTitle')}</caption>
          <thead className="sticky top-0 bg-surface text-ink-soft">
            <tr>
              <th scope="col" rowSpan={2} className="px-0.5 py-2 text-left align-bottom font-medium @2xl:px-3">
                {t('hour')}
              </th>
              {figures.map((figure) => (
                <th key={figure} scope="colgroup" colSpan={2} className="px-0.5 pt-2 font-medium text-ink @2xl:px-3">
                  {t(figure)}
                </th>
              ))}
            </tr>
            <tr className="border-hairline border-b">
              {figures.map((figure) => (
                <HeadPair key={figure} />
              ))}
            </tr>
          </thead>
          <Rows hours={hours} bands={bands} figures={figures} timeZone={timeZone} />
        </table>
      </section>
    </details>
  );
}

function HeadPair() {
  const t = useTranslations('charts');
  return (
    <>
      <th scope="col" className="px-0.5 pb-2 font-normal @2xl:px-3">
        {t('inTheHour')}
      </th>
      <th scope="col" className="px-0.5 pb-2 font-normal @2xl:px-3">
        {t('inTotal')}
      </th>
    </>
  );
}

function Rows({
  hours,
  bands,
  figures,
  timeZone,
}: Pick<Props, 'hours' | 'bands' | 'timeZone'> & { figures: readonly ('authorized' | 'voted')[] }) {
  const t = useTranslations('charts');
  const format = useElectionFormat(timeZone);
  const days = new Map<string, Hour[]>();
  const notes = notesByHour(bands, hours);
  for (const hour of hours.toReversed()) {
    const day = format.day(hour.startMs);
    days.set(day, [...(days.get(day) ?? []), hour]);
  }
  return [...days].map(([day, ofDay]) => (
    <tbody key={ofDay[0]?.startMs}>
      <tr>
        <th
          scope="rowgroup"
          colSpan={1 + figures.length * 2}
          className="px-0.5 pt-3 pb-1 text-left font-semibold @2xl:px-3"
        >
          {day}
        </th>
      </tr>
      {ofDay.map((hour) => (
        <Fragment key={hour.startMs}>
          <IncidentNotes notes={notes.get(hour.startMs) ?? []} columns={1 + figures.length * 2} timeZone={timeZone} />
          <tr className="border-hairline border-t">
            <th scope="row" className="whitespace-nowrap px-0.5 py-1.5 text-left font-normal @2xl:px-3">
              {format.clock(hour.startMs)}
              <span className="hidden @2xl:inline">–{format.clock(hour.endMs)}</span>
              {!hour.isOver && <span className="block text-ink-soft @2xl:inline"> {t('soFar')}</span>}
            </th>
            {figures.map((figure) => [
              <td key={figure} className="whitespace-nowrap px-0.5 @2xl:px-3">
                {format.number(hour[figure])}
              </td>,
              <td key={`${figure}Total`} className="whitespace-nowrap px-0.5 @2xl:px-3">
                {format.number(hour[`${figure}Total`])}
              </td>,
            ])}
          </tr>
        </Fragment>
      ))}
    </tbody>
  ));
}
