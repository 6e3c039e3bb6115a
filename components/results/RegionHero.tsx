import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { RegionFile } from '#domain/results/resultFiles.ts';

interface Props {
  file: RegionFile;
  title: string;
  format: Format;
  children: React.ReactNode;
}

/** What is contested here; contests of the whole country where the region has none of its own. */
export function RegionHero({ file, title, format, children }: Props) {
  const t = useTranslations('results');
  const { totals, countryContests } = file;
  return (
    <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
      <h1 id="hero" className="text-xl leading-tight font-bold">
        {title}
      </h1>
      {totals.contests > 0 && (
        <p className="mt-3 text-lg tabular-nums">
          {(['contests', 'seats', 'candidacies'] as const)
            .map((key) => t(`count.${key}`, { count: totals[key], number: format.count(totals[key]) }))
            .join(' · ')}
        </p>
      )}
      {countryContests.length > 0 && (
        <div className="mt-3">
          <p className="text-ink-soft">{t('region.country')}</p>
          <ul>
            {countryContests.map(({ contest }) => (
              <li key={contest.id}>
                <a className="link" href={`#${contest.id}`}>
                  {contest.names[format.language]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
    </section>
  );
}

/** The districts of the region, each to its own results. */
export function DistrictLinks({ file, format }: { file: RegionFile; format: Format }) {
  const t = useTranslations('results.table');
  return (
    <section aria-labelledby="districts" className="card p-5 sm:p-6 lg:col-span-12 print:hidden">
      <h2 id="districts" className="text-base font-semibold">
        {t('districts')}
      </h2>
      <ul className="mt-3 gap-x-8 sm:columns-2 lg:columns-4">
        {file.districts.map(({ code, names }) => (
          <li key={code} className="break-inside-avoid py-1">
            <a className="link" href={`/${format.language}/results/districts/${code}`}>
              {names[format.language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
