import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { describeEffect } from '#domain/schedule/describeEffect.ts';
import type { ScheduleFault } from '#domain/schedule/faults.ts';
import type { ScheduleNow } from '#domain/schedule/judgeChange.ts';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';
import { useLength } from './useLength.ts';

interface Props {
  change: ChangeTimes;
  now: ScheduleNow;
  fault: ScheduleFault | null;
  format: Format;
}

/** From when to when, by how much, what follows from it, and what stands in its way. */
export function Effect({ change, now, fault, format }: Props) {
  const t = useTranslations('schedule.effect');
  const tFault = useTranslations('schedule.fault');
  const length = useLength();
  const effect = describeEffect(change, now);
  const { fromMs, toMs, byMinutes, leftMinutes, countingMinutes } = effect;
  const isReopened = effect.phaseBefore === 'closed' && effect.phaseAfter === 'open';
  const isShortened = change.kind === 'window' && byMinutes !== null && byMinutes < 0;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-lg leading-snug tabular-nums">
        {fromMs !== null && (
          <>
            <span className="text-ink-soft">{format.dayAndTime(fromMs)}</span>
            <span aria-hidden> → </span>
            <span className="sr-only">{t('to')}</span>
          </>
        )}
        <strong className="font-semibold">{format.dayAndTime(toMs)}</strong>
        {byMinutes !== null && byMinutes !== 0 && (
          <span className="ml-2 text-base text-ink-soft">
            {t(byMinutes > 0 ? 'later' : 'earlier', { length: length(byMinutes) })}
          </span>
        )}
      </p>
      {fault === null && (
        <ul className="list-disc pl-5 text-sm">
          <li>{t(`left.${change.kind}`, { length: length(leftMinutes) })}</li>
          {countingMinutes !== null && countingMinutes > 0 && (
            <li>{t('counting', { length: length(countingMinutes) })}</li>
          )}
          {isReopened && <li className="font-medium">{t('reopened')}</li>}
        </ul>
      )}
      {isShortened && fault === null && (
        <p className="border-l-4 border-incident py-1 pl-3 text-sm">{t('shortened')}</p>
      )}
      {fault !== null && <p className="border-l-4 border-critical py-1 pl-3 text-sm">{tFault(fault)}</p>}
    </div>
  );
}
