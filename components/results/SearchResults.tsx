import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { CandidacyHit } from '#domain/results/candidacyHit.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import { SearchForm } from './SearchForm.tsx';

/** A page of what was found; null while the search does not answer. */
export interface SearchContent {
  query: string;
  isFirst: boolean;
  found: { total: number; candidacies: readonly CandidacyHit[]; next: string | null } | null;
}

/** Candidacies by name, in three scripts; with votes and what became of them once that is public. */
export function SearchResults({ content, format }: { content: SearchContent; format: Format }) {
  const t = useTranslations('results.search');
  const { query, found, isFirst } = content;
  const { language } = format;
  const link = (parameters: Record<string, string>) =>
    `/${language}/results/search?${new URLSearchParams(parameters).toString()}`;
  return (
    <section aria-labelledby="hero" className="card p-5 sm:p-8 lg:col-span-12">
      <h1 id="hero" className="text-xl leading-tight font-bold">
        {t('title')}
      </h1>
      <div className="mt-4 max-w-2xl">
        <SearchForm query={query} />
      </div>
      <p className="mt-5 max-w-[65ch]">{useSummary(content, format)}</p>
      {found && found.candidacies.length > 0 && (
        <ul className="mt-3 border-t border-hairline">
          {found.candidacies.map((hit) => (
            <Hit key={hit.id} hit={hit} format={format} />
          ))}
        </ul>
      )}
      {(found?.next || !isFirst) && (
        <p className="mt-4 flex gap-6">
          {!isFirst && (
            <a className="link py-2" href={link({ q: query })}>
              {t('first')}
            </a>
          )}
          {found?.next && (
            <a className="link py-2" href={link({ q: query, after: found.next })} rel="next">
              {t('next')}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function useSummary({ query, found }: SearchContent, format: Format): string {
  const t = useTranslations('results.search');
  if (query === '') return t('empty');
  if (!found) return t('failed');
  if (found.total === 0) return t('none', { query });
  return t('found', { count: found.total, number: format.count(found.total), query });
}

function Hit({ hit, format }: { hit: CandidacyHit; format: Format }) {
  const t = useTranslations('results');
  const { language, count } = format;
  const { votes, rank, decision } = hit;
  return (
    <li className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p>
          <span className="mr-2 font-medium wrap-anywhere">{hit.names[language]}</span>
          <OutcomeMark candidacy={hit} />
        </p>
        <p className="text-sm">
          <a className="link" href={`/${language}/results/contests/${hit.contestId}`}>
            {hit.contestNames[language]}
          </a>
        </p>
        {decision && (
          <p className="text-sm text-ink-soft">
            {t('decision.number', {
              number: decision.number,
              when: format.dayAndTime(Date.parse(decision.announcedAt)),
            })}
            {'. '}
            {decision.reason[language]}
          </p>
        )}
      </div>
      <p className="text-sm tabular-nums sm:text-right">
        {votes !== null && (
          <span className="font-medium">{t('count.votes', { count: votes, number: count(votes) })}</span>
        )}
        {votes !== null && rank !== null && (
          <span className="text-ink-soft sm:block max-sm:before:content-['·_']">
            {' '}
            {t('search.rank', { rank: String(rank) })}
          </span>
        )}
        {votes === null && (
          <span className="text-ink-soft">{t('search.ballot', { number: String(hit.ballotNumber) })}</span>
        )}
      </p>
    </li>
  );
}
