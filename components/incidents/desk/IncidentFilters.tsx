'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { incidentCategoryList, severityList } from '#domain/incidents/categoryList.ts';
import type { NamedPlace } from '../content.ts';

interface Props {
  places: readonly NamedPlace[];
  searchRef: React.Ref<HTMLInputElement>;
  /** Told the query, with its question mark, shortly after it changed. */
  onQuery(query: string): void;
}

const none = { state: '', category: '', severity: '', unit: '', q: '' };
const quietMs = 250;
const box = 'h-11 min-w-0 rounded border border-field bg-surface px-2 text-base lg:text-sm';

export function IncidentFilters({ places, searchRef, onQuery }: Props) {
  const t = useTranslations('incidents.filter');
  const tStatus = useTranslations('status');
  const [filter, setFilter] = useState(none);
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
      onQuery(query && `?${query}`);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [filter, onQuery]);
  const choice = (name: keyof typeof none, label: string, options: [string, string][]) => (
    <select
      aria-label={label}
      title={label}
      className={box}
      value={filter[name]}
      onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
    >
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  return (
    <search aria-label={t('label')} className="grid grid-cols-2 gap-2 lg:grid-cols-[1fr_1fr_1fr_1fr_2fr]">
      {choice('state', t('state'), [
        ['', t('all')],
        ['open', t('open')],
        ['resolved', t('resolved')],
      ])}
      {choice('severity', t('severity'), [
        ['', t('severity')],
        ...severityList.map((each): [string, string] => [each, tStatus(`severity.${each}`)]),
      ])}
      {choice('category', t('category'), [
        ['', t('category')],
        ...incidentCategoryList.map((each): [string, string] => [each, tStatus(`category.${each}`)]),
      ])}
      {choice('unit', t('unit'), [
        ['', t('unit')],
        ...places.filter(({ level }) => level === 'region').map(({ code, name }): [string, string] => [code, name]),
      ])}
      <input
        ref={searchRef}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={100}
        className={`${box} col-span-2 lg:col-span-1`}
        value={filter.q}
        onChange={(event) => setFilter({ ...filter, q: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </search>
  );
}
