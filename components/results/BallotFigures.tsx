import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ContestFigures } from '#domain/results/edition.ts';

const keys = ['voted', 'ballots', 'invalid', 'votes', 'annulled', 'blank'] as const;

interface Props {
  figures: ContestFigures;
  votesAllowed: number;
  format: Format;
}

/** Ballots are voters, votes are marks; what every figure means, and that they add up. */
export function BallotFigures({ figures, votesAllowed, format }: Props) {
  const t = useTranslations('results.figures');
  const { count } = format;
  const shown = keys.filter((key) => figures[key] !== null && !(key === 'annulled' && figures.annulled === 0));
  return (
    <>
      <dl className="mt-3 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((key) => (
          <div key={key} className="flex items-baseline justify-between gap-4 border-b border-hairline py-2">
            <dt>
              {t(key)}
              <span className="block text-sm text-ink-soft">{t(`${key}Note`)}</span>
            </dt>
            <dd className="text-lg font-medium tabular-nums">{count(figures[key] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-soft tabular-nums">
        {t(figures.annulled > 0 ? 'sum' : 'sumPlain', {
          votes: count(figures.votes),
          annulled: count(figures.annulled),
          blank: count(figures.blank),
          valid: count(figures.ballots - figures.invalid),
          allowed: count(votesAllowed),
        })}
      </p>
    </>
  );
}
