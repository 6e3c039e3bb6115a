import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Election } from '#domain/election.ts';
import { permille } from '#domain/ratio.ts';
import type { TurnoutBeside } from '#domain/results/edition.ts';
import { Bar } from './Bar.tsx';

interface Props {
  turnout: TurnoutBeside;
  electorate: Election['electorate'];
  /** Its page on the turnout board. */
  href: string;
  unitName: string;
  /** Whether the figures are those of the sealed edition, and not of this moment. */
  isSealed: boolean;
  format: Format;
  children?: React.ReactNode;
}

/** How many voted of how many, beside the results. */
export function TurnoutCard({ turnout, electorate, href, unitName, isSealed, format, children }: Props) {
  const t = useTranslations('results.turnout');
  const total = turnout.eligible + turnout.specialList;
  const ratio = permille(turnout.voted, total);
  return (
    <section aria-labelledby="turnout" className="card flex flex-col gap-5 p-5 sm:p-6 lg:col-span-4">
      <div>
        <h2 id="turnout" className="text-base font-semibold">
          {t('title')}
        </h2>
        <p className="mt-3">
          <span className="block text-xl leading-none font-bold tabular-nums">{format.count(turnout.voted)}</span>
          <span className="mt-2 block">
            {ratio === null
              ? t('nobody')
              : t(electorate, { count: total, total: format.count(total), percent: format.percent(ratio) })}
          </span>
          {turnout.specialList > 0 && (
            <span className="block text-sm text-ink-soft">
              {t('special', { special: format.count(turnout.specialList) })}
            </span>
          )}
        </p>
        <div className="mt-3">
          <Bar parts={[{ key: 'voted', percent: (turnout.voted / Math.max(1, total)) * 100, look: 'bg-voted' }]} />
        </div>
        <p className="mt-2 text-sm text-ink-soft">
          {isSealed && `${t('sealed')} `}
          <a className="link print:hidden" href={href}>
            {t('link', { unit: unitName })}
          </a>
        </p>
      </div>
      {children}
    </section>
  );
}
