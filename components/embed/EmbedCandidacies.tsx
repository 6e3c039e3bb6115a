import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { Bar } from '#components/results/Bar.tsx';
import { OutcomeMark } from '#components/results/OutcomeMark.tsx';
import type { CandidacyResult } from '#domain/results/edition.ts';
import { shareOfContest } from '#domain/results/share.ts';
import { hasSeat } from '#domain/results/totalsOf.ts';
import type { EmbeddedContest } from './content.ts';

interface Props {
  contest: EmbeddedContest;
  candidacies: readonly CandidacyResult[];
  label: string;
  format: Format;
}

/** Candidacies in the given order, each with its votes and their share once they are public. */
export function EmbedCandidacies({ contest, candidacies, label, format }: Props) {
  return (
    <ol aria-label={label} className="divide-y divide-hairline border-t border-hairline">
      {candidacies.map((candidacy) => (
        <Candidacy key={candidacy.id} candidacy={candidacy} contest={contest} format={format} />
      ))}
    </ol>
  );
}

function Candidacy({ candidacy, contest, format }: Pick<Props, 'contest' | 'format'> & { candidacy: CandidacyResult }) {
  const t = useTranslations('results');
  const { votes, rank, ballotNumber, outcome, status, decision } = candidacy;
  const share = shareOfContest(votes, contest.figures, contest.shareOf);
  const isOut = outcome === 'not_eligible' || status !== 'registered';
  const look = hasSeat(candidacy) ? 'bg-voted' : isOut ? 'hatch' : 'bg-authorized';
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2 py-2">
      <span className="text-ink-soft tabular-nums">{contest.figures ? (rank ?? '') : ballotNumber}</span>
      <span className="min-w-0">
        <span className={`mr-2 wrap-anywhere ${hasSeat(candidacy) ? 'font-semibold' : ''}`}>
          {candidacy.names[format.language]}
        </span>
        {outcome !== 'elected' && <OutcomeMark candidacy={candidacy} />}
        {decision && <span className="block text-sm text-ink-soft">{t(`treatment.${decision.votes}`)}</span>}
      </span>
      {votes !== null && (
        <span className="text-right whitespace-nowrap tabular-nums">
          <span className="font-medium">{format.count(votes)}</span>
          <span className="sr-only"> {t('column.votes')}</span>
          {share !== null && (
            <span className="block text-sm text-ink-soft sm:ml-3 sm:inline-block sm:min-w-14">
              {format.share(share)}
              <span className="sr-only"> {t(`column.share.${contest.shareOf}`)}</span>
            </span>
          )}
        </span>
      )}
      {share !== null && (
        <span className="col-[2/4] mt-1">
          <Bar parts={[{ key: 'share', percent: share / 100, look }]} />
        </span>
      )}
    </li>
  );
}
