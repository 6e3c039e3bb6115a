import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { permille } from '#domain/ratio.ts';
import type { ResultTotals } from '#domain/results/edition.ts';
import type { SummaryFile } from '#domain/results/resultFiles.ts';
import { Bar } from './Bar.tsx';

type RegionRow = SummaryFile['regions'][number];

const figure = 'py-2 pl-3 text-right whitespace-nowrap tabular-nums';

interface Columns {
  /** Figures of results, and the turnout that was sealed with them. */
  isDecided: boolean;
  /** None where all vote in contests of the whole country only. */
  hasContests: boolean;
  hasOpen: boolean;
}

interface Props {
  regions: readonly RegionRow[];
  isDecided: boolean;
  format: Format;
}

/** A row a region: what is contested there, what is decided, and how many voted. */
export function RegionsTable({ regions, isDecided, format }: Props) {
  const t = useTranslations('results');
  const hasContests = regions.some(({ totals }) => totals.contests > 0);
  const hasOpen = isDecided && regions.some(({ totals }) => countOpen(totals) > 0);
  return (
    <section aria-labelledby="regions" className="card break-inside-auto! p-4 sm:p-6 lg:col-span-12">
      <h2 id="regions" className="text-base font-semibold">
        {t('table.regions')}
      </h2>
      <table className="mt-3 w-full border-collapse text-sm">
        <caption className="sr-only">{t(isDecided ? 'table.caption' : 'table.captionBefore')}</caption>
        <thead>
          <tr className="border-b border-ink-soft align-bottom text-ink-soft">
            <th scope="col" className="py-2 text-left font-medium">
              {t('column.region')}
            </th>
            {hasContests && (
              <>
                <th scope="col" className={`${figure} hidden font-medium sm:table-cell`}>
                  {t('column.contests')}
                </th>
                <th scope="col" className={`${figure} font-medium`}>
                  {t(isDecided ? 'column.filled' : 'column.seats')}
                </th>
                {hasOpen && (
                  <th scope="col" className={`${figure} hidden font-medium sm:table-cell`}>
                    {t('column.open')}
                  </th>
                )}
                <th scope="col" className={`${figure} font-medium ${isDecided ? 'hidden sm:table-cell' : ''}`}>
                  {t('column.candidacies')}
                </th>
              </>
            )}
            {isDecided && (
              <th scope="col" className="py-2 pl-4 text-left font-medium lg:pl-10">
                {t('column.turnout')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <Row key={region.unit.code} region={region} columns={{ isDecided, hasContests, hasOpen }} format={format} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Seats that are tied, kept open, or in withheld contests. */
function countOpen({ seats, seatsFilled, seatsVacant }: ResultTotals): number {
  return seatsFilled === null ? 0 : seats - seatsFilled - (seatsVacant ?? 0);
}

interface RowProps {
  region: RegionRow;
  columns: Columns;
  format: Format;
}

function Row({ region: { unit, totals, turnout }, columns, format }: RowProps) {
  const { isDecided, hasContests, hasOpen } = columns;
  const t = useTranslations('results');
  const { count } = format;
  const whole = turnout.eligible + turnout.specialList;
  const ratio = permille(turnout.voted, whole);
  return (
    <tr className="border-b border-hairline align-top last:border-0">
      <th scope="row" className="wrap-anywhere py-2 text-left font-normal hyphens-auto">
        <a className="link" href={`/${format.language}/results/regions/${unit.code}`}>
          {unit.names[format.language]}
        </a>
      </th>
      {hasContests && (
        <>
          <td className={`${figure} hidden sm:table-cell`}>{count(totals.contests)}</td>
          <td className={figure}>
            <span className="font-medium">{count(isDecided ? (totals.seatsFilled ?? 0) : totals.seats)}</span>
            {isDecided && (
              <span className="text-ink-soft max-sm:block"> {t('table.of', { total: count(totals.seats) })}</span>
            )}
          </td>
          {hasOpen && <td className={`${figure} hidden sm:table-cell`}>{openText(totals, t, format)}</td>}
          <td className={`${figure} ${isDecided ? 'hidden sm:table-cell' : ''}`}>{count(totals.candidacies)}</td>
        </>
      )}
      {isDecided && (
        <td className="w-28 py-2 pl-4 sm:w-40 lg:w-56 lg:pl-10">
          <span className="font-medium tabular-nums">{ratio === null ? t('table.none') : format.percent(ratio)}</span>
          <span className="ml-2 text-ink-soft tabular-nums max-lg:hidden">
            {t('table.of', { total: count(whole) })}
          </span>
          <Bar parts={[{ key: 'voted', percent: (turnout.voted / Math.max(1, whole)) * 100, look: 'bg-voted' }]} />
        </td>
      )}
    </tr>
  );
}

function openText(totals: ResultTotals, t: ReturnType<typeof useTranslations<'results'>>, format: Format): string {
  const open = countOpen(totals);
  return open === 0 ? t('table.none') : format.count(open);
}
