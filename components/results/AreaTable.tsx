import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ContestResult } from '#domain/results/edition.ts';
import { UnitNames } from './Breakdown.tsx';

interface Props {
  contest: ContestResult;
  nameOf(code: string): string;
  format: Format;
}

/** Ballots of a contest where they were counted: by region where it spans several, and by district. */
export function AreaTable({ contest, nameOf, format }: Props) {
  const t = useTranslations('results.areas');
  const { regions, areas } = contest;
  if (areas.length < 2) return null;
  const districts = areas.map((area) => ({ ...area, codes: area.districtCodes }));
  const hasRegions = regions.length > 0;
  return (
    <section aria-labelledby="areas" className="card break-inside-auto! p-5 sm:p-6 lg:col-span-12">
      <h2 id="areas" className="text-base font-semibold">
        {t(hasRegions ? 'titleRegions' : 'title')}
      </h2>
      {hasRegions ? (
        <>
          <Rows
            level="region"
            rows={regions.map((region) => ({ ...region, codes: region.regionCodes }))}
            nameOf={nameOf}
            format={format}
          />
          <details className="mt-3 print-open">
            <summary className="link cursor-pointer">
              {t('all', { count: areas.length, number: format.count(areas.length) })}
            </summary>
            <Rows level="district" rows={districts} nameOf={nameOf} format={format} />
          </details>
        </>
      ) : (
        <Rows level="district" rows={districts} nameOf={nameOf} format={format} />
      )}
    </section>
  );
}

interface RowsProps extends Pick<Props, 'nameOf' | 'format'> {
  level: 'region' | 'district';
  rows: readonly (ContestResult['areas'][number] & { codes: readonly string[] })[];
}

function Rows({ level, rows, nameOf, format }: RowsProps) {
  const t = useTranslations('results');
  const figure = 'py-2 pl-3 text-right whitespace-nowrap tabular-nums';
  return (
    <table className="mt-3 w-full border-collapse text-sm">
      <thead>
        <tr className="border-b border-ink-soft align-bottom text-ink-soft">
          <th scope="col" className="py-2 text-left font-medium">
            {t(`column.${level}`)}
          </th>
          <th scope="col" className={`${figure} font-medium`}>
            {t('column.ballots')}
          </th>
          <th scope="col" className={`${figure} font-medium`}>
            {t('column.invalid')}
          </th>
          <th scope="col" className={`${figure} hidden font-medium sm:table-cell`}>
            {t('column.votes')}
          </th>
          <th scope="col" className={`${figure} hidden font-medium sm:table-cell`}>
            {t('column.blank')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.codes[0]} className="border-b border-hairline align-baseline last:border-0">
            <th scope="row" className="py-2 text-left font-normal wrap-anywhere">
              <UnitNames codes={row.codes} level={level} nameOf={nameOf} language={format.language} />
              {level === 'district' && row.codes.length > 1 && (
                <span className="block text-ink-soft">{t('areas.merged')}</span>
              )}
            </th>
            <td className={`${figure} font-medium`}>{format.count(row.ballots)}</td>
            <td className={figure}>{format.count(row.invalid)}</td>
            <td className={`${figure} hidden sm:table-cell`}>{format.count(row.votes + row.annulled)}</td>
            <td className={`${figure} hidden sm:table-cell`}>{format.count(row.blank)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
