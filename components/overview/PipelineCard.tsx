import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { useCaseWords } from '#components/violations/useCaseWords.ts';
import type { PipelineStage } from '#domain/violations/staffCase.ts';
import { Card } from './Card.tsx';

interface Props {
  stages: readonly PipelineStage[];
  /** Whether the person may open the register. */
  mayOpen: boolean;
  format: Format;
  className?: string;
}

/** Cases of violations in each state, how long they have been in it, and how many of them longer than a day. */
export function PipelineCard({ stages, mayOpen, format, className = '' }: Props) {
  const t = useTranslations('overview.cases');
  const words = useCaseWords([]);
  const hours = (count: number | null) => (count === null ? '–' : words.hours(count));
  const most = Math.max(1, ...stages.map(({ cases }) => cases));
  const register = `/${format.language}/console/violations`;
  return (
    <Card
      title={t('title')}
      className={className}
      aside={
        mayOpen && (
          <a className="link" href={register}>
            {t('all')}
          </a>
        )
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="min-h-0 overflow-auto px-3 pb-1.5">
        <table className="w-full text-right text-sm tabular-nums">
          <thead className="text-ink-soft">
            <tr>
              <th scope="col" className="text-left font-normal">
                {t('state')}
              </th>
              <th scope="col" className="pl-1.5 font-normal whitespace-nowrap">
                {t('count')}
              </th>
              <th scope="col" className="pl-1.5 font-normal whitespace-nowrap">
                {t('median')}
              </th>
              <th scope="col" className="pl-1.5 font-normal whitespace-nowrap">
                {t('oldest')}
              </th>
              <th scope="col" className="pl-1.5 font-normal whitespace-nowrap">
                {t('overDay')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ state, cases, medianHours, oldestHours, overDay }) => {
              const isOpen = state !== 'decided' && state !== 'duplicate';
              return (
                <tr key={state} className={`border-t border-hairline ${cases === 0 ? 'text-ink-soft' : ''}`}>
                  <th scope="row" className="py-0.5 text-left leading-tight font-normal">
                    {t(`short.${state}`)}
                    <span aria-hidden className="mt-0.5 block h-1 bg-turnout-0">
                      <span className="block h-1 bg-violation" style={{ width: `${(100 * cases) / most}%` }} />
                    </span>
                  </th>
                  <td className="pl-1.5 font-semibold">{format.count(cases)}</td>
                  <td className="pl-1.5 whitespace-nowrap">{hours(medianHours)}</td>
                  <td className="pl-1.5 whitespace-nowrap">{hours(oldestHours)}</td>
                  <td className={`pl-1.5 ${isOpen && overDay > 0 ? 'font-semibold text-violation' : ''}`}>
                    {isOpen ? format.count(overDay) : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="pt-1 text-sm text-ink-soft">{t('text')}</p>
      </div>
    </Card>
  );
}
