'use client';

import { useLocale, useTranslations } from 'next-intl';
import { memo, useRef } from 'react';
import type { PlaceChoice } from '#components/console/content.ts';
import type { CaseInList } from '#domain/violations/staffCase.ts';
import { CaseStateMark } from './CaseStateMark.tsx';
import { useCaseWords } from './useCaseWords.ts';
import { useListKeys } from './useListKeys.ts';

interface Props {
  cases: readonly CaseInList[];
  places: readonly PlaceChoice[];
  nowMs: number;
}

/** The cases, a line each; walked with j and k. Drawn again only when one of them or the minute changed. */
export const CaseList = memo(function CaseList({ cases, places, nowMs }: Props) {
  const t = useTranslations('violations');
  const tCases = useTranslations('cases');
  const language = useLocale();
  const words = useCaseWords(places);
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, cases);
  if (cases.length === 0) return <p className="card p-4">{t('empty')}</p>;
  return (
    <ol ref={list} aria-label={t('list')} className="card divide-y divide-hairline">
      {cases.map((each) => (
        <li key={each.id}>
          <a
            href={`/${language}/console/violations/${each.id}`}
            data-row={each.id}
            className="grid gap-x-4 px-4 py-2 text-sm hover:bg-turnout-0 focus-visible:bg-turnout-0 focus-visible:outline-2 focus-visible:-outline-offset-2 sm:grid-cols-[5rem_1.2fr_1.2fr_1.2fr_10rem_6rem] sm:items-baseline"
          >
            <span className="font-semibold tabular-nums">{each.id}</span>
            <span>{tCases(`category.${each.category}`)}</span>
            <span>{words.place(each)}</span>
            <span className="text-ink-soft">{words.commission(each.commission)}</span>
            <CaseStateMark shown={each} />
            <span className="tabular-nums sm:text-right">
              <span className="text-ink-soft sm:sr-only">{t('column.age')}: </span>
              {words.since(each.stateSince, nowMs)}
            </span>
            <span className="truncate text-ink-soft sm:col-span-5 sm:col-start-2">{each.summary}</span>
          </a>
        </li>
      ))}
    </ol>
  );
});
