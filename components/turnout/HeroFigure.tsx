import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { BoardRow } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import { votedOfEligible } from '#domain/ratio.ts';
import { CountingFigure } from './CountingFigure.tsx';
import { TurnoutBar } from './TurnoutBar.tsx';

export interface HeroFigureProps {
  row: BoardRow;
  election: Pick<Election, 'electorate' | 'channels'>;
  format: Format;
}

/** How many voted, of how many in words, and the bar of both with its legend. */
export function HeroFigure({ row, election, format }: HeroFigureProps) {
  const t = useTranslations('board');
  const ratio = votedOfEligible(row);
  const key = row.specialList > 0 ? 'heroSpecial' : 'hero';
  return (
    <>
      <p>
        <span
          className={`block w-fit text-2xl leading-none font-bold tabular-nums sm:text-3xl ${row.held ? 'hatch pr-3' : ''}`}
        >
          <CountingFigure value={row.voted} write={format.count} />
        </span>
        <span className="mt-3 block max-w-[60ch] text-base sm:text-lg">
          {ratio === null
            ? t('heroNobody')
            : t(`${key}.${election.electorate}`, {
                votedCount: row.voted,
                count: row.eligible,
                total: format.count(row.eligible),
                special: format.count(row.specialList),
                percent: format.percent(ratio),
              })}
        </span>
      </p>
      <div className="mt-6">
        <TurnoutBar figures={row} isLarge />
        <BarLegend row={row} election={election} format={format} />
      </div>
    </>
  );
}

function BarLegend({ row, election, format }: HeroFigureProps) {
  const t = useTranslations('board.bar');
  const entries = [
    { key: 'voted', swatch: 'bg-voted', value: row.voted },
    ...(election.channels.includes('online')
      ? [
          {
            key: 'authorizedNotVoted',
            swatch: 'bg-authorized',
            value: Math.max(0, row.authorized - row.votedByChannel.online),
          },
        ]
      : []),
    { key: 'onRoll', swatch: 'bg-turnout-0', value: row.eligible },
    ...(row.specialList > 0 ? [{ key: 'onSpecialLists', swatch: 'bg-turnout-0', value: row.specialList }] : []),
  ] as const;
  return (
    <dl className="mt-3 flex flex-col gap-x-6 gap-y-1 text-sm sm:flex-row sm:flex-wrap">
      {entries.map(({ key, swatch, value }) => (
        <div key={key} className="flex items-baseline gap-2">
          <span aria-hidden className={`size-3 shrink-0 self-center rounded-xs border border-hairline ${swatch}`} />
          <dt className="text-ink-soft">{t(key)}</dt>
          <dd className="ml-auto font-medium tabular-nums sm:ml-0">{format.count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
