import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { ChangesTable } from './ChangesTable.tsx';
import type { ChangesContent } from './changes.ts';
import type { EditionNote } from './content.ts';

/** What the newest edition corrected, and every edition there was. */
export function Changes({ content, format }: { content: ChangesContent; format: Format }) {
  const t = useTranslations('results');
  const { edition, corrects, reason, total, contests, contestCount, editions } = content;
  const { count, language } = format;
  return (
    <>
      <section aria-labelledby="hero" className="card p-5 sm:p-8 lg:col-span-8">
        <h1 id="hero" className="text-lg font-semibold">
          {t('changes.title')}
        </h1>
        {corrects === null ? (
          <p className="mt-4 text-xl leading-tight font-bold">{t('changes.none')}</p>
        ) : (
          <>
            <p className="mt-4 text-xl leading-tight font-bold">
              {t('correction.title', { edition: String(edition), corrects: String(corrects) })}
            </p>
            {reason && (
              <p className="mt-3 max-w-[65ch]">
                {t('correction.reason')}: {reason[language]}
              </p>
            )}
            <p className="mt-3 max-w-[65ch] tabular-nums">
              {t('changes.summary', {
                count: total,
                number: count(total),
                contests: t('count.contests', { count: contestCount, number: count(contestCount) }),
              })}
            </p>
          </>
        )}
      </section>
      <Editions editions={editions} format={format} />
      {contests.map((contest) => (
        <ChangesTable key={contest.contestId} contest={contest} edition={edition} format={format} />
      ))}
      {contestCount > contests.length && (
        <p className="lg:col-span-12">
          <a className="link" href={`/api/v1/editions/${edition}/changes.json`}>
            {t('changes.moreContests', {
              shown: count(contests.length),
              total: count(contestCount),
            })}
          </a>
        </p>
      )}
    </>
  );
}

function Editions({ editions, format }: { editions: readonly EditionNote[]; format: Format }) {
  const t = useTranslations('results');
  if (editions.length === 0) return null;
  return (
    <section aria-labelledby="editions" className="card p-5 sm:p-6 lg:col-span-4">
      <h2 id="editions" className="text-base font-semibold">
        {t('editions.title')}
      </h2>
      <ol reversed className="mt-3 flex flex-col gap-4 text-sm">
        {editions.map(({ edition, releasedAt, reason, approvedBy }, index) => (
          <li key={edition} className="border-b border-hairline pb-3 last:border-0">
            <p className="font-medium">
              {t('editions.name', { edition: String(edition) })}
              <span className="font-normal text-ink-soft">
                {' · '}
                {index === 0
                  ? t('editions.current')
                  : t('editions.superseded', { next: String(editions[index - 1]?.edition ?? '') })}
              </span>
            </p>
            <p>
              {t('correction.released')}: {format.dayAndTime(Date.parse(releasedAt))}
            </p>
            {approvedBy.length > 0 && <p>{t('edition.approved', { who: approvedBy.join(', ') })}</p>}
            <p>{reason?.[format.language] ?? t('editions.first')}</p>
            <p className="mt-1 flex flex-wrap gap-x-4">
              <a className="link" href={`/api/v1/editions/${edition}/bundle.zip`}>
                {t('editions.bundle')}
              </a>
              <a className="link" href={`/api/v1/editions/${edition}/summary.json`}>
                {t('editions.summary')}
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
