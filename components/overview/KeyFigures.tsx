import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import { useSeconds } from '#components/incidents/useDuration.ts';
import { severityList } from '#domain/incidents/categoryList.ts';
import { countAll, countOf } from '#domain/overview/ages.ts';
import { sumLast } from '#domain/overview/flow.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { permille } from '#domain/ratio.ts';

const minutes = 10;

/** The seven figures that are read first. */
export function KeyFigures({ overview, format }: { overview: Overview; format: Format }) {
  const t = useTranslations('overview.key');
  const seconds = useSeconds();
  const { incidents, figures, flow, stalls, cases, held } = overview;
  const [times] = overview.times;
  const open = countAll(incidents.ages);
  const critical = countOf(incidents.ages, 'critical');
  const last = flow && sumLast(flow.minutes, minutes);
  const openCases = cases.filter(({ state }) => state !== 'decided' && state !== 'duplicate');
  const sum = (of: 'cases' | 'overDay') => openCases.reduce((total, stage) => total + stage[of], 0);
  const time = (median: number | null = null, p90: number | null = null) => ({
    value: median === null ? '–' : seconds(median),
    text: p90 === null ? t('noTimes') : t('p90', { time: seconds(p90) }),
  });
  const acknowledge = time(times?.acknowledgeMedianSeconds, times?.acknowledgeP90Seconds);
  const resolve = time(times?.resolveMedianSeconds, times?.resolveP90Seconds);
  return (
    <dl className="card grid grid-cols-2 divide-hairline overflow-hidden max-xl:gap-y-1 sm:grid-cols-4 xl:grid-cols-7 xl:divide-x">
      <Figure
        name={t('open')}
        value={format.count(open)}
        look={critical > 0 ? 'text-critical' : open > 0 ? 'text-incident' : 'text-resolved'}
      >
        {open === 0
          ? t('noneOpen')
          : severityList
              .filter((severity) => countOf(incidents.ages, severity) > 0)
              .map((severity) => t(`openPart.${severity}`, { number: format.count(countOf(incidents.ages, severity)) }))
              .join(' · ')}
      </Figure>
      <Figure name={t('acknowledge')} value={acknowledge.value}>
        {acknowledge.text}
      </Figure>
      <Figure name={t('resolve')} value={resolve.value}>
        {resolve.text}
      </Figure>
      <Figure
        name={t(flow?.isOver ? 'votesLast' : 'votes', { minutes: String(last?.minutes || minutes) })}
        value={last ? format.count(last.voted) : '–'}
      >
        {!last
          ? t('notBegun')
          : last.votedYesterday === null
            ? t('noYesterday')
            : t('yesterday', { votes: format.count(last.votedYesterday) })}
      </Figure>
      <Figure name={t('turnout')} value={format.percent(permille(figures.voted, figures.eligible) ?? 0)}>
        {t('turnoutOf', { voted: format.count(figures.voted), eligible: format.count(figures.eligible) })}
      </Figure>
      <Figure
        name={t('stalls')}
        value={stalls ? format.count(stalls.rows.length) : '–'}
        look={stalls && stalls.rows.length > 0 ? 'text-incident' : ''}
      >
        {held.length > 0
          ? t('held', { number: format.count(held.length) })
          : stalls
            ? t('judged', { number: format.count(stalls.judged) })
            : t('notJudged')}
      </Figure>
      <Figure name={t('cases')} value={format.count(sum('cases'))} look={sum('overDay') > 0 ? 'text-violation' : ''}>
        {t('casesOverDay', { number: format.count(sum('overDay')) })}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: string;
  look?: string;
  children: ReactNode;
}

function Figure({ name, value, look = '', children }: FigureProps) {
  return (
    <div className="min-w-0 px-3 py-2">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="tabular-nums">
        <span className={`block text-xl leading-8 font-bold ${look}`}>{value}</span>
        <span className="block text-sm leading-5 text-ink-soft">{children}</span>
      </dd>
    </div>
  );
}
