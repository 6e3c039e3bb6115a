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
  const tForm = useTranslations('schedule.form.to');
  const tFault = useTranslations('schedule.fault');
  const length = useLength();
  const effect = describeEffect(change, now);
  const { opening, byMinutes, leftMinutes, countingMinutes } = effect;
  const isReopened = effect.phaseBefore === 'closed' && effect.phaseAfter === 'open';
  const isShortened = change.kind === 'window' && byMinutes !== null && byMinutes < 0;
  return (
    <div className="flex flex-col gap-2">
      {opening && <Move {...opening} label={tForm('opening')} format={format} />}
      <Move {...effect} label={opening && tForm('window')} format={format} />
      {fault === null && (
        <ul className="list-disc pl-5 text-sm">
          {opening && <li>{t('left.opening', { length: length(opening.leftMinutes) })}</li>}
          <li>{t(`left.${change.kind}`, { length: length(leftMinutes) })}</li>
          {countingMinutes !== null && countingMinutes > 0 && (
            <li>{t('counting', { length: length(countingMinutes) })}</li>
          )}
          {isReopened && <li className="font-medium">{t('reopened')}</li>}
        </ul>
      )}
      {opening && opening.byMinutes > 0 && fault === null && (
        <p className="border-l-4 border-incident py-1 pl-3 text-sm">{t('opensLater')}</p>
      )}
      {isShortened && fault === null && (
        <p className="border-l-4 border-incident py-1 pl-3 text-sm">{t('shortened')}</p>
      )}
      {fault !== null && <p className="border-l-4 border-critical py-1 pl-3 text-sm">{tFault(fault)}</p>}
    </div>
  );
}

interface MoveProps {
  fromMs: number | null;
  toMs: number;
  byMinutes: number | null;
  /** What moves, where it is one of two. */
  label: string | null;
  format: Format;
}

function Move({ fromMs, toMs, byMinutes, label, format }: MoveProps) {
  const t = useTranslations('schedule.effect');
  const length = useLength();
  return (
    <p className="text-lg leading-snug tabular-nums">
      {label !== null && <span className="block text-sm text-ink-soft">{label}</span>}
      {fromMs !== null && fromMs !== toMs && (
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
      {label !== null && fromMs === toMs && <span className="ml-2 text-base text-ink-soft">{t('asAnnounced')}</span>}
    </p>
  );
}
