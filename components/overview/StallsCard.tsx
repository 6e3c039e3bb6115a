import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { Card, CardText } from './Card.tsx';

interface Props {
  overview: Overview;
  nameOf(code: string): string;
  electionMs: number;
  format: Format;
  className?: string;
}

/** Districts where votes stay out, and those whose figures are held. */
export function StallsCard({ overview: { stalls, held }, nameOf, electionMs, format, className = '' }: Props) {
  const t = useTranslations('overview.stalls');
  const tBoard = useTranslations('board.held');
  const rows = stalls?.rows ?? [];
  return (
    <Card title={t('title')} className={className}>
      {rows.length === 0 && (
        <CardText>{stalls ? t('none', { number: format.count(stalls.judged) }) : t('notJudged')}</CardText>
      )}
      {rows.length + held.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div tabIndex={0} className="min-h-0 overflow-auto px-3 pb-2 text-sm">
          {rows.length > 0 && <p className="pb-1 text-ink-soft">{t('text', { minutes: String(rows[0]?.minutes) })}</p>}
          <ul className="divide-y divide-hairline border-t border-hairline">
            {rows.map(({ code, kind, lately, expected, lastVotedAt }) => (
              <li key={code} className="py-1 leading-4.5 tabular-nums">
                <span className="block">{nameOf(code)}</span>
                <span className={`${kind === 'silent' ? 'font-semibold text-critical' : 'text-incident'}`}>
                  {kind === 'silent'
                    ? t('silent', {
                        when: lastVotedAt === null ? '–' : format.clock(Date.parse(lastVotedAt), electionMs),
                        expected: format.count(expected),
                      })
                    : t('slow', { votes: format.count(lately), expected: format.count(expected) })}
                </span>
              </li>
            ))}
            {held.map(({ code, rule, since }) => (
              <li key={`held ${code}`} className="py-1">
                <span aria-hidden className="hatch mr-2 inline-block size-3 border border-ink-soft" />
                {t('held', { district: nameOf(code), when: format.short(Date.parse(since)) })} {tBoard(`rule.${rule}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
