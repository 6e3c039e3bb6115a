import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { PhasePill } from '#components/turnout/PhasePill.tsx';
import { publicationInForce, windowsInForce } from '#domain/phase.ts';
import type { ScheduleNow } from '#domain/schedule/judgeChange.ts';
import type { ScheduleAnswer } from './content.ts';
import { useChangeTitle } from './useChangeTitle.ts';
import { useLength } from './useLength.ts';

interface Props {
  answer: ScheduleAnswer;
  now: ScheduleNow;
  format: Format;
}

/** The times that hold now, and how long until each. */
export function InForce({ answer, now, format }: Props) {
  const t = useTranslations('schedule.inForce');
  const tStatus = useTranslations('board.status');
  const titleOf = useChangeTitle();
  const publication = publicationInForce(now.schedule);
  const planned = now.schedule.publications[0];
  return (
    <section aria-labelledby="in-force" className="card p-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="in-force" className="text-lg font-semibold">
          {t('title')}
        </h2>
        <PhasePill board={answer} nowMs={now.nowMs} format={format} />
      </div>
      <dl className="mt-4 grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        {windowsInForce(now.schedule).map((window) => (
          <div key={window.channel}>
            <dt className="text-sm text-ink-soft">{titleOf({ kind: 'window', ...window })}</dt>
            <dd className="mt-1 tabular-nums">
              <span className="block font-medium">
                {tStatus('fromTo', {
                  from: format.short(Date.parse(window.opensAt)),
                  to: format.short(Date.parse(window.closesAt)),
                })}
              </span>
              <Left toMs={Date.parse(window.closesAt)} kind="window" nowMs={now.nowMs} />
              {window.plannedClosesAt !== window.closesAt && (
                <span className="block text-sm text-ink-soft">
                  {tStatus('extendedFrom', { planned: format.short(Date.parse(window.plannedClosesAt)) })}
                </span>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt className="text-sm text-ink-soft">{tStatus('publication')}</dt>
          <dd className="mt-1 tabular-nums">
            <span className="block font-medium">
              {publication ? format.short(Date.parse(publication.publishAt)) : tStatus('noSchedule')}
            </span>
            {publication && !now.isReleased && (
              <Left toMs={Date.parse(publication.publishAt)} kind="publication" nowMs={now.nowMs} />
            )}
            {publication && planned && planned.publishAt !== publication.publishAt && (
              <span className="block text-sm text-ink-soft">
                {tStatus('movedFrom', { planned: format.short(Date.parse(planned.publishAt)) })}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {(now.isReleased || now.isCountSealed) && (
        <p className="mt-5 border-l-4 border-hairline py-1 pl-3 text-sm">{t(now.isReleased ? 'released' : 'sealed')}</p>
      )}
    </section>
  );
}

function Left({ toMs, kind, nowMs }: { toMs: number; kind: 'window' | 'publication'; nowMs: number }) {
  const t = useTranslations('schedule.inForce');
  const length = useLength();
  const minutes = Math.trunc((toMs - nowMs) / 60_000);
  const state = toMs > nowMs ? 'left' : 'past';
  return <span className="block text-sm text-ink-soft">{t(`${state}.${kind}`, { length: length(minutes) })}</span>;
}
