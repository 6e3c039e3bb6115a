import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { CandidacyResult, ContestFigures, ShareBase } from '#domain/results/edition.ts';
import { CandidacyItem } from './CandidacyItem.tsx';

export interface CandidacyListProps {
  candidacies: readonly CandidacyResult[];
  /** What shares are shares of; null where no votes are told. */
  figures: ContestFigures | null;
  shareOf: ShareBase;
  label: string;
  format: Format;
  /** What opens under a candidacy. */
  detailsOf?: (candidacy: CandidacyResult) => React.ReactNode;
}

export const listColumns =
  'grid grid-cols-[3rem_minmax(0,1fr)_auto_1rem] gap-x-2 lg:grid-cols-[3rem_minmax(0,2fr)_minmax(0,1fr)_6rem_7.5rem_1.25rem] lg:gap-x-4';

/** Candidacies in the given order: with votes and shares, or by their place on the ballot. */
export function CandidacyList(props: CandidacyListProps) {
  const { candidacies, figures, shareOf, label, detailsOf } = props;
  const t = useTranslations('results.column');
  const isRanked = candidacies.some(({ rank }) => rank !== null);
  return (
    <>
      <div aria-hidden className={`${listColumns} mt-4 border-b border-ink-soft pb-2 text-sm text-ink-soft`}>
        <span>{t(isRanked ? 'rank' : 'ballot')}</span>
        <span>{t('candidacy')}</span>
        <span className="max-lg:hidden" />
        {figures && <span className="text-right">{t('votes')}</span>}
        {figures && <span className="text-right max-lg:hidden">{t(`share.${shareOf}`)}</span>}
      </div>
      <ol aria-label={label} className="divide-y divide-hairline">
        {candidacies.map((candidacy) => (
          <CandidacyItem
            key={candidacy.id}
            {...props}
            candidacy={candidacy}
            isRanked={isRanked}
            details={detailsOf?.(candidacy)}
          />
        ))}
      </ol>
    </>
  );
}
