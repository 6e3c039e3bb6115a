import { useTranslations } from 'next-intl';
import type { CandidacyResult, Outcome } from '#domain/results/edition.ts';

const looks: Record<Outcome, string> = {
  elected: 'border-voted bg-voted text-surface',
  elected_by_lot: 'border-voted bg-voted text-surface',
  elected_unopposed: 'border-voted bg-voted text-surface',
  not_elected: '',
  tied: 'border-ink-soft',
  pending: 'border-ink-soft',
  not_eligible: 'border-ink-soft',
};

/** What became of a candidacy, in a word; nothing where it simply got no seat. */
export function OutcomeMark({ candidacy }: { candidacy: Pick<CandidacyResult, 'outcome' | 'status'> }) {
  const t = useTranslations('results');
  const { outcome, status } = candidacy;
  return (
    <>
      {status !== 'registered' && <Mark look="border-ink-soft">{t(`status.${status}`)}</Mark>}
      {outcome !== null && outcome !== 'not_elected' && outcome !== 'not_eligible' && (
        <Mark look={looks[outcome]} isOpen={outcome === 'tied' || outcome === 'pending'}>
          {t(`outcome.${outcome}`)}
        </Mark>
      )}
      {outcome === 'not_eligible' && status === 'registered' && (
        <Mark look={looks.not_eligible}>{t('outcome.not_eligible')}</Mark>
      )}
    </>
  );
}

function Mark({ look, isOpen = false, children }: { look: string; isOpen?: boolean; children: React.ReactNode }) {
  return (
    <span
      className={`inline-block rounded-sm border text-sm leading-5 whitespace-nowrap print-colors ${look} ${isOpen ? 'hatch p-px' : 'px-1.5'}`}
    >
      {isOpen ? <span className="block rounded-xs bg-surface px-1.5">{children}</span> : children}
    </span>
  );
}
