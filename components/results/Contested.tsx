import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ResultTotals } from '#domain/results/edition.ts';

/** How many contests, seats and candidacies there are, and how many of these lost their right to a seat. */
export function Contested({ totals, format }: { totals: ResultTotals; format: Format }) {
  const t = useTranslations('results.contested');
  const entries = [
    { key: 'contests', number: totals.contests },
    { key: 'seats', number: totals.seats },
    { key: 'candidacies', number: totals.candidacies },
  ];
  return (
    <section aria-labelledby="contested" className="card p-5 sm:p-6 lg:col-span-6">
      <h2 id="contested" className="text-base font-semibold">
        {t('title')}
      </h2>
      <dl className="mt-3 grid grid-cols-3 gap-4">
        {entries.map(({ key, number }) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-soft">{t(key)}</dt>
            <dd className="text-lg leading-tight font-bold whitespace-nowrap tabular-nums sm:text-xl">
              {format.count(number)}
            </dd>
          </div>
        ))}
      </dl>
      {totals.notEligible > 0 && (
        <p className="mt-3 text-sm">
          {t('notEligible')}: {format.count(totals.notEligible)},{' '}
          <a className="link" href="#not-eligible">
            {t('why')}
          </a>
        </p>
      )}
    </section>
  );
}
