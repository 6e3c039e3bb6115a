import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Refusals } from '#domain/overview/overview.ts';
import { Card, CardText } from './Card.tsx';

interface Props {
  refusals: Refusals;
  format: Format;
  className?: string;
}

const spans = ['lately', 'lastHour', 'hourBefore'] as const;

/** Refusals by reason: in all, and how they grew; all reasons together are known to the minute. */
export function RefusalsCard({ refusals, format, className = '' }: Props) {
  const t = useTranslations('overview.refusals');
  const { minutes, byReason, all } = refusals;
  const total = byReason.reduce((sum, row) => sum + row.total, 0);
  if (total === 0)
    return (
      <Card title={t('title')} className={className}>
        <CardText>{t('none')}</CardText>
      </Card>
    );
  const figure = (value: number | null) => (value === null ? '–' : format.count(value));
  const isKnown = spans.some((span) => minutes[span] !== null);
  const heading = { lately: minutes.lately ?? 10, lastHour: minutes.lastHour ?? 60 };
  return (
    <Card title={t('title')} className={className}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="min-h-0 overflow-auto px-3 pb-1.5">
        <table className="w-full text-right text-sm tabular-nums">
          <thead className="text-ink-soft">
            <tr>
              <th scope="col" className="text-left font-normal">
                {t('reason')}
              </th>
              <th scope="col" className="pl-1.5 font-normal">
                {t('minutes', { minutes: String(heading.lately) })}
              </th>
              <th scope="col" className="pl-1.5 font-normal">
                {t('minutes', { minutes: String(heading.lastHour) })}
              </th>
              <th scope="col" className="pl-1.5 font-normal">
                {t('before')}
              </th>
              <th scope="col" className="pl-1.5 font-normal">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className="border-t border-hairline font-semibold">
              <th scope="row" className="py-0.5 text-left font-semibold">
                {t('all')}
              </th>
              {spans.map((span) => (
                <td key={span} className="pl-1.5">
                  {format.count(all[span])}
                </td>
              ))}
              <td className="pl-1.5">{format.count(total)}</td>
            </tr>
            {byReason.map((row) => (
              <tr key={row.reason} className="border-t border-hairline">
                <th scope="row" className="py-0.5 text-left leading-tight font-normal">
                  {t(`short.${row.reason}`)}
                </th>
                {spans.map((span) => (
                  <td key={span} className={`pl-2 ${row[span] === null ? 'text-ink-soft' : ''}`}>
                    {figure(row[span])}
                  </td>
                ))}
                <td className="pl-1.5">{format.count(row.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {!isKnown && <p className="pt-1 text-sm text-ink-soft">{t('noSamples')}</p>}
      </div>
    </Card>
  );
}
