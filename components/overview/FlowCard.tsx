import { useTranslations } from 'next-intl';
import { useElectionFormat } from '#components/charts/useElectionFormat.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { Card } from './Card.tsx';
import { FlowPlot } from './FlowPlot.tsx';
import { FlowTable } from './FlowTable.tsx';

interface Props {
  overview: Overview;
  timeZone: string;
  /** When voting opens, in words; null where that is not announced. */
  opens: string | null;
  className?: string;
}

/** Authorizations and votes by the minute, those of yesterday behind them, and what was broken meanwhile. */
export function FlowCard({ overview: { flow }, timeZone, opens, className = '' }: Props) {
  const t = useTranslations('overview.flow');
  const format = useElectionFormat(timeZone);
  if (!flow || flow.minutes.length === 0)
    return (
      <Card title={t('title')} className={className}>
        <p className="grid min-h-60 flex-1 place-items-center px-3 pb-6 text-center text-balance">
          {flow ? t('noMinute') : opens === null ? t('notAnnounced') : t('opensAt', { when: opens })}
        </p>
      </Card>
    );
  const hasYesterday = flow.minutes.some(({ votedYesterday }) => votedYesterday !== null);
  return (
    <Card
      title={flow.isOver ? t('titleOver') : t('title')}
      className={`relative ${className}`}
      aside={
        <div className="flex items-baseline gap-3 tabular-nums">
          <span>
            {format.day(flow.fromMs)}, {format.clock(flow.fromMs)}–{format.clock(flow.untilMs)}
          </span>
          <FlowTable flow={flow} timeZone={timeZone} />
        </div>
      }
    >
      <FlowPlot flow={flow} timeZone={timeZone} />
      <p className="px-3 pb-1.5 text-sm leading-5 text-ink-soft">
        {hasYesterday ? t('perMinute') : t('perMinuteNoYesterday')}
      </p>
    </Card>
  );
}
