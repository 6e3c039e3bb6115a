import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { caseStates, measures, verdicts, violationCategories } from '#domain/violations/caseWords.ts';
import { countOpenCases } from '#domain/violations/countOpenCases.ts';
import type { CaseCounts, PublicCases } from '#domain/violations/violation.ts';

interface Props {
  cases: PublicCases;
  /** By the code of a region; a code without a name is the country's own. */
  regionNames: ReadonlyMap<string, string>;
  format: Format;
}

/** The register of violations in figures, for everybody. */
export function CaseFigures({ cases, regionNames, format }: Props) {
  const t = useTranslations('cases');
  const { country } = cases;
  return (
    <section aria-labelledby="violation-cases" className="card p-5 sm:p-6 lg:col-span-12">
      <h2 id="violation-cases" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-[65ch] text-sm text-ink-soft">{t('intro')}</p>
      {country.total === 0 ? (
        <p className="mt-4">{t('none')}</p>
      ) : (
        <>
          <p className="mt-4 text-xl font-bold tabular-nums">
            {t('total', { count: country.total, number: format.count(country.total) })}
          </p>
          <div className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
            <Breakdown
              title={t('byState')}
              label={(key) => t(`state.${key}`)}
              keys={caseStates}
              counts={country.byState}
              format={format}
            />
            <Breakdown
              title={t('byVerdict')}
              label={(key) => t(`verdict.${key}`)}
              keys={verdicts}
              counts={country.byVerdict}
              format={format}
            />
            <Breakdown
              title={t('byMeasure')}
              label={(key) => t(`measure.${key}`)}
              keys={measures}
              counts={country.byMeasure}
              format={format}
            />
            <Breakdown
              title={t('byCategory')}
              label={(key) => t(`category.${key}`)}
              keys={violationCategories}
              counts={country.byCategory}
              format={format}
            />
          </div>
          <p className="mt-4 text-sm text-ink-soft">{t('sums')}</p>
          <ByRegion cases={cases} regionNames={regionNames} format={format} />
        </>
      )}
    </section>
  );
}

interface BreakdownProps<Key extends string> {
  title: string;
  label: (key: Key) => string;
  keys: readonly Key[];
  counts: Record<Key, number>;
  format: Format;
}

function Breakdown<Key extends string>({ title, label, keys, counts, format }: BreakdownProps<Key>) {
  const total = keys.reduce((sum, key) => sum + counts[key], 0);
  return (
    <div>
      <h3 className="text-sm font-semibold">
        {title} <span className="font-normal text-ink-soft tabular-nums">{format.count(total)}</span>
      </h3>
      <dl className="mt-2 flex flex-col gap-2 text-sm">
        {keys.map((key) => (
          <div key={key} className={counts[key] === 0 ? 'text-ink-soft' : undefined}>
            <div className="flex items-baseline justify-between gap-3">
              <dt className="min-w-0">{label(key)}</dt>
              <dd className="tabular-nums">{format.count(counts[key])}</dd>
            </div>
            <div aria-hidden className="mt-0.5 h-1 bg-turnout-0">
              <div
                className="h-1 bg-violation print-colors"
                style={{ width: `${total === 0 ? 0 : (100 * counts[key]) / total}%` }}
              />
            </div>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ByRegion({ cases, regionNames, format }: Props) {
  const t = useTranslations('cases');
  const rows = Object.entries(cases.byRegion).sort(([, a], [, b]) => b.total - a.total);
  const cells = (counts: CaseCounts) => [
    counts.total,
    countOpenCases(counts),
    counts.byVerdict.confirmed,
    counts.byMeasure.removal,
  ];
  return (
    <table className="mt-6 w-full text-sm">
      <caption className="text-left font-semibold">{t('byRegion')}</caption>
      <thead>
        <tr className="border-b border-hairline text-ink-soft">
          <th scope="col" className="py-2 pr-2 text-left font-normal">
            {t('region')}
          </th>
          {(['all', 'open', 'confirmed', 'removals'] as const).map((column) => (
            <th key={column} scope="col" className="py-2 pl-2 text-right align-bottom font-normal hyphens-manual">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([code, counts]) => (
          <tr key={code} className="border-b border-hairline">
            <th scope="row" className="py-1.5 pr-2 text-left font-normal wrap-anywhere">
              {regionNames.get(code) ?? t('wholeCountry')}
            </th>
            {cells(counts).map((count, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
              <td key={index} className="py-1.5 pl-2 text-right tabular-nums">
                {format.count(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
