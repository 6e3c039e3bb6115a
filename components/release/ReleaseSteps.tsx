import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ReleaseStep } from './releaseSteps.ts';

const looks = {
  done: { mark: '✓', box: 'border-ink', text: '' },
  now: { mark: '●', box: 'border-ink border-dashed', text: 'font-semibold' },
  ahead: { mark: '○', box: 'border-field', text: 'text-ink-soft' },
  stopped: { mark: '✕', box: 'border-critical', text: 'font-semibold text-critical' },
} as const;

/** The way to the release as a line: what is done and by whom, what is next. */
export function ReleaseSteps({ steps, format }: { steps: readonly ReleaseStep[]; format: Format }) {
  const t = useTranslations('release.steps');
  return (
    <ol aria-label={t('label')} className="grid grid-cols-1 gap-x-3 gap-y-4 sm:grid-cols-5">
      {steps.map(({ key, state, who, at }) => {
        const { mark, box, text } = looks[state];
        const when = at && format.dayAndTime(Date.parse(at));
        const isDue = state !== 'done' && (key === 'released' || key === 'closed');
        return (
          <li
            key={key}
            aria-current={state === 'now' ? 'step' : undefined}
            className={`min-w-0 border-l-4 pl-3 sm:border-t-4 sm:border-l-0 sm:pt-3 sm:pl-0 ${box}`}
          >
            <p className={text}>
              <span aria-hidden="true">{mark} </span>
              {t(key)}
              <span className={state === 'stopped' ? '' : 'sr-only'}>: {t(`state.${state}`)}</span>
            </p>
            {who !== null && <p className="text-sm [overflow-wrap:anywhere]">{who}</p>}
            {when && <p className="text-sm text-ink-soft tabular-nums">{isDue ? t('due', { when }) : when}</p>}
          </li>
        );
      })}
    </ol>
  );
}
