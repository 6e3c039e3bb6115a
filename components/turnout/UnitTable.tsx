'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import type { Election } from '#domain/election.ts';
import { SortHeading } from './SortHeading.tsx';
import { UnitTableRow } from './UnitTableRow.tsx';
import { nextSorting, type SortColumn, type Sorting, searchRows, sortRows, type UnitRow } from './unitRows.ts';

interface Props {
  rows: UnitRow[];
  level: 'region' | 'district';
  election: Election;
  format: Format;
}

/** The parts of the unit; sorted and searched in the browser, a plain table without it. */
export function UnitTable({ rows, level, election, format }: Props) {
  const t = useTranslations('table');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [query, setQuery] = useState('');
  const { language } = format;
  const shown = useMemo(() => sortRows(searchRows(rows, query), sorting, language), [rows, query, sorting, language]);
  const parts = level === 'region' ? 'regions' : 'districts';
  const heading = { sorting, onSort: (column: SortColumn) => setSorting((current) => nextSorting(current, column)) };
  const hasOnline = election.channels.includes('online');
  return (
    <section aria-labelledby="table" className="card p-4 sm:p-6 lg:col-span-12">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="table" className="text-base font-semibold">
          {t(parts)}
        </h2>
        <Search query={query} onQuery={setQuery} found={shown.length} format={format} />
      </div>
      <table className="mt-4 w-full border-collapse text-sm">
        <caption className="sr-only">{t(`caption.${parts}`)}</caption>
        <thead>
          <tr className="border-b border-ink-soft align-bottom">
            <SortHeading column="name" {...heading}>
              {t(level)}
            </SortHeading>
            <SortHeading column="electorate" isFigure className="hidden sm:table-cell" {...heading}>
              {t(election.electorate)}
            </SortHeading>
            {hasOnline && (
              <SortHeading column="authorized" isFigure className="hidden sm:table-cell" {...heading}>
                {t('authorized')}
              </SortHeading>
            )}
            <SortHeading column="voted" isFigure {...heading}>
              {t('voted')}
            </SortHeading>
            <SortHeading column="turnout" hint={t('turnoutHint')} className="pl-4 lg:pl-10" {...heading}>
              {t('turnout')}
            </SortHeading>
            <th scope="col" className="hidden py-2 pl-4 text-left lg:pl-10 font-medium text-ink-soft md:table-cell">
              {t('last24')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <UnitTableRow key={row.code} row={row} level={level} hasOnline={hasOnline} format={format} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && (
        <p className="py-8">
          {t('none', { query })}{' '}
          <button type="button" className="link" onClick={() => setQuery('')}>
            {t('clear')}
          </button>
        </p>
      )}
    </section>
  );
}

interface SearchProps {
  query: string;
  onQuery(query: string): void;
  found: number;
  format: Format;
}

function Search({ query, onQuery, found, format }: SearchProps) {
  const t = useTranslations('table');
  return (
    <div className="needs-script flex grow flex-wrap items-center justify-end gap-3">
      <output className="text-sm text-ink-soft" aria-live="polite">
        {query && t('found', { count: found, number: format.count(found) })}
      </output>
      <input
        type="search"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={60}
        autoComplete="off"
        className="h-10 w-full rounded border border-field bg-surface px-3 text-base placeholder:text-ink-soft sm:w-64"
      />
    </div>
  );
}
