import { useTranslations } from 'next-intl';
import type { StaffCase } from '#domain/violations/staffCase.ts';
import type { CaseState } from '#domain/violations/violation.ts';

const marks: Record<CaseState, string> = {
  received: 'border-2 border-violation rounded-full',
  registered: 'border-2 border-violation',
  in_review: 'bg-violation',
  decided: 'bg-resolved rounded-full',
  duplicate: 'hatch border border-ink-soft',
};

/** Where a case stands: a mark and its word, with the verdict where there is one. */
export function CaseStateMark({ shown }: { shown: Pick<StaffCase, 'state' | 'verdict' | 'measure' | 'appeal'> }) {
  const t = useTranslations('cases');
  const tStaff = useTranslations('violations');
  const { state, verdict, measure, appeal } = shown;
  const isMeasured = measure !== null && measure !== 'none';
  return (
    <span className="flex items-baseline gap-2">
      <span aria-hidden className={`size-2.5 shrink-0 ${marks[state]}`} />
      <span>
        {verdict === null ? t(`state.${state}`) : t(isMeasured ? `measure.${measure}` : `verdict.${verdict}`)}
        {appeal === 'pending' && <span className="block text-violation">{tStaff('decision.pending')}</span>}
      </span>
    </span>
  );
}
