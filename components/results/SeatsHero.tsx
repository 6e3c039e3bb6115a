import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ResultTotals } from '#domain/results/edition.ts';
import { Bar } from './Bar.tsx';

interface Props {
  title: string;
  totals: ResultTotals;
  format: Format;
  /** Where the page tells what is open; null where it does not. */
  openHref: string | null;
}

const parts = [
  { key: 'filled', look: 'bg-voted' },
  { key: 'tied', look: 'bg-authorized' },
  { key: 'pending', look: 'hatch' },
  { key: 'vacant', look: 'bg-turnout-0' },
  { key: 'withheld', look: 'bg-field' },
] as const;

/** How many seats are decided of how many, and what is not. */
export function SeatsHero({ title, totals, format, openHref }: Props) {
  const t = useTranslations('results');
  const { count } = format;
  const filled = totals.seatsFilled ?? 0;
  const seats = countSeats(totals);
  return (
    <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
      <h1 id="hero" className="text-lg font-semibold">
        {title}
      </h1>
      <p className="mt-4">
        <span className="block text-2xl leading-none font-bold tabular-nums sm:text-3xl">{count(filled)}</span>
        <span className="mt-3 block max-w-[60ch] text-base sm:text-lg">
          {t('hero.filled', { count: totals.seats, total: count(totals.seats) })}{' '}
          {t('hero.contests', {
            count: totals.contests,
            number: count(totals.contests),
            candidacies: count(totals.candidacies),
          })}
        </span>
      </p>
      <div className="mt-6">
        <Bar
          isLarge
          parts={parts.map(({ key, look }) => ({ key, look, percent: (seats[key] / Math.max(1, totals.seats)) * 100 }))}
        />
      </div>
      <dl className="mt-3 flex flex-col gap-x-6 gap-y-1 text-sm sm:flex-row sm:flex-wrap">
        {parts
          .filter(({ key }) => key === 'filled' || seats[key] > 0)
          .map(({ key, look }) => (
            <div key={key} className="flex items-baseline gap-2">
              <span
                aria-hidden
                className={`size-3 shrink-0 self-center rounded-xs border border-hairline print-colors ${look}`}
              />
              <dt className="text-ink-soft">{t(`seats.${key}`)}</dt>
              <dd className="ml-auto font-medium tabular-nums sm:ml-0">{count(seats[key])}</dd>
            </div>
          ))}
      </dl>
      <OpenSeats totals={totals} format={format} openHref={openHref} />
    </section>
  );
}

function countSeats({ seats, seatsFilled, seatsTied, seatsPending, seatsVacant }: ResultTotals) {
  const known = {
    filled: seatsFilled ?? 0,
    tied: seatsTied ?? 0,
    pending: seatsPending ?? 0,
    vacant: seatsVacant ?? 0,
  };
  return { ...known, withheld: seats - known.filled - known.tied - known.pending - known.vacant };
}

function OpenSeats({ totals, format, openHref }: Pick<Props, 'totals' | 'format' | 'openHref'>) {
  const t = useTranslations('results.hero');
  const entries = [
    { key: 'tied', number: totals.seatsTied ?? 0 },
    { key: 'pending', number: totals.seatsPending ?? 0 },
    { key: 'withheld', number: totals.contestsWithheld ?? 0 },
    { key: 'vacant', number: totals.seatsVacant ?? 0 },
  ].filter(({ number }) => number > 0);
  if (entries.length === 0) return null;
  return (
    <ul className="mt-6 flex max-w-[65ch] flex-col gap-1 border-t border-hairline pt-4">
      {entries.map(({ key, number }) => (
        <li key={key}>
          {t(key, { count: number, number: format.count(number) })}
          {openHref && key !== 'vacant' && (
            <>
              {' · '}
              <a className="link" href={openHref}>
                {t('why')}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
