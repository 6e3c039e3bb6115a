'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Spark } from '#components/charts/Spark.tsx';
import type { Format } from '#components/format/useFormat.ts';
import { electorate, votedOfEligible } from '#domain/ratio.ts';
import { CountingFigure } from './CountingFigure.tsx';
import { TurnoutBar } from './TurnoutBar.tsx';
import type { UnitRow } from './unitRows.ts';

const glowMs = 1_200;
/** A row that changes more often than this shows it by its figures alone. */
const restMs = 3_000;

interface Props {
  row: UnitRow;
  level: 'region' | 'district';
  hasOnline: boolean;
  format: Format;
}

export function UnitTableRow({ row, level, hasOnline, format }: Props) {
  const t = useTranslations('table');
  const element = useGlow(row.voted + row.authorized);
  const ratio = votedOfEligible(row);
  const total = format.count(electorate(row));
  return (
    <tr ref={element} className="border-b border-hairline align-top last:border-0">
      <th scope="row" className="wrap-anywhere hyphens-auto py-2 pr-2 text-left font-normal">
        <a className="link" href={`/${format.language}/${level}s/${row.code}`}>
          {row.name}
        </a>
        <HeldMark row={row} format={format} />
      </th>
      <td className="hidden py-2 pl-4 text-right tabular-nums sm:table-cell">{total}</td>
      {hasOnline && (
        <td className="hidden py-2 pl-4 text-right tabular-nums sm:table-cell">{format.count(row.authorized)}</td>
      )}
      <td className="py-2 pl-2 text-right font-medium whitespace-nowrap tabular-nums sm:pl-4">
        <CountingFigure value={row.voted} write={format.count} />
        <span className="block font-normal text-ink-soft sm:hidden">{t('of', { total })}</span>
      </td>
      <td className="w-24 py-2 pl-4 sm:w-36 lg:w-56 lg:pl-10">
        <span className={`block font-medium tabular-nums ${row.held ? 'hatch' : ''}`}>
          {ratio === null ? '–' : format.percent(ratio)}
        </span>
        <TurnoutBar figures={row} />
      </td>
      <td className="hidden w-28 py-2 pl-4 md:table-cell lg:w-40 lg:pl-10">
        {row.votedByHour ? (
          <Spark values={row.votedByHour} label={t('sparkLabel', { unit: row.name })} />
        ) : (
          <span className="block h-6 w-24" />
        )}
      </td>
    </tr>
  );
}

function HeldMark({ row, format }: Pick<Props, 'row' | 'format'>) {
  const t = useTranslations('board.held');
  if (row.heldUnits === 0) return null;
  return (
    <span className="hatch mt-1 table rounded-sm border border-ink-soft p-px">
      <span className="block rounded-xs bg-surface px-1 text-sm">
        {row.held ? t('mark') : t('markCount', { number: format.count(row.heldUnits) })}
      </span>
    </span>
  );
}

/** Lights the row up once when `figure` changes after a rest; not for those who asked for less motion. */
function useGlow(figure: number) {
  const element = useRef<HTMLTableRowElement>(null);
  const last = useRef({ figure, changedAtMs: 0 });
  useEffect(() => {
    if (last.current.figure === figure) return;
    const rested = Date.now() - last.current.changedAtMs > restMs;
    last.current = { figure, changedAtMs: Date.now() };
    if (!rested || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    element.current?.animate([{ backgroundColor: 'var(--glow)' }, { backgroundColor: 'transparent' }], {
      duration: glowMs,
      easing: 'ease-out',
    });
  }, [figure]);
  return element;
}
