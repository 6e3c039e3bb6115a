import { useTranslations } from 'next-intl';
import type { CandidacyResult } from '#domain/results/edition.ts';
import { shareOfContest } from '#domain/results/share.ts';
import { hasSeat } from '#domain/results/totalsOf.ts';
import { Bar } from './Bar.tsx';
import { type CandidacyListProps, listColumns } from './CandidacyList.tsx';
import { Decision } from './Decision.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';

interface Props extends CandidacyListProps {
  candidacy: CandidacyResult;
  isRanked: boolean;
  details?: React.ReactNode;
}

/** One candidacy; what stands behind it opens under its line. */
export function CandidacyItem({ candidacy, isRanked, details, ...list }: Props) {
  const { decision } = candidacy;
  const line = <Line candidacy={candidacy} isRanked={isRanked} {...list} />;
  if (!details && !decision) return <li className={`${listColumns} items-baseline py-2`}>{line}</li>;
  return (
    <li>
      <details className={`group ${decision ? 'print-open' : ''}`}>
        <summary className={`${listColumns} cursor-pointer list-none items-baseline py-2 hover:bg-turnout-0`}>
          {line}
          <svg
            aria-hidden
            viewBox="0 0 12 12"
            className="col-start-4 row-start-1 size-3 self-center text-ink-soft transition-transform group-open:rotate-180 motion-reduce:transition-none lg:col-start-6 print:hidden"
          >
            <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </summary>
        <div className="flex flex-col gap-4 pt-1 pb-4 lg:pl-16">
          {decision && <Decision decision={decision} format={list.format} />}
          {details}
        </div>
      </details>
    </li>
  );
}

function Line({ candidacy, isRanked, figures, shareOf, format }: Omit<Props, 'details'>) {
  const t = useTranslations('results');
  const { votes, rank, ballotNumber } = candidacy;
  const share = shareOfContest(votes, figures, shareOf);
  const isOut = candidacy.outcome === 'not_eligible' || candidacy.status !== 'registered';
  const look = hasSeat(candidacy) ? 'bg-voted' : isOut ? 'hatch' : 'bg-authorized';
  return (
    <>
      <span className="text-ink-soft tabular-nums">{isRanked ? (rank ?? '') : ballotNumber}</span>
      <span className="min-w-0">
        <span className={`mr-2 wrap-anywhere ${hasSeat(candidacy) ? 'font-semibold' : ''}`}>
          {candidacy.names[format.language]}
        </span>
        <OutcomeMark candidacy={candidacy} />
      </span>
      {figures && (
        <>
          <span className="max-lg:order-last max-lg:col-[2/4] max-lg:mt-1 lg:self-center">
            {share !== null && <Bar parts={[{ key: 'share', percent: share / 100, look }]} />}
          </span>
          <span className="text-right whitespace-nowrap tabular-nums">
            {votes !== null && (
              <>
                <span className="font-medium">{format.count(votes)}</span>
                <span className="sr-only"> {t('column.votes')}</span>
              </>
            )}
            {share !== null && <span className="block text-sm text-ink-soft lg:hidden">{format.share(share)}</span>}
          </span>
          <span className="text-right tabular-nums max-lg:hidden">
            {share !== null && (
              <>
                {format.share(share)}
                <span className="sr-only"> {t(`column.share.${shareOf}`)}</span>
              </>
            )}
          </span>
        </>
      )}
    </>
  );
}
