import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ContestBrief } from '#domain/results/edition.ts';
import { CandidacyList } from './CandidacyList.tsx';
import { OpenText } from './OpenText.tsx';

interface Props {
  contest: ContestBrief;
  nameOf?: (code: string) => string | null;
  format: Format;
}

/** A contest in short: before the results what is contested, after them who has the seats. */
export function ContestCard({ contest, nameOf, format }: Props) {
  const { names } = contest;
  return (
    <article>
      <h3 className="font-medium">
        <a className="link" href={`/${format.language}/results/contests/${contest.id}`}>
          {names[format.language]}
        </a>
      </h3>
      <p className="text-sm text-ink-soft">
        <ContestLine contest={contest} format={format} />
      </p>
      <Winners contest={contest} {...(nameOf ? { nameOf } : {})} format={format} />
    </article>
  );
}

/** A contest as a line that opens to its winners. */
export function ContestFold({ contest, nameOf, format }: Props) {
  const { language } = format;
  const t = useTranslations('results');
  if (contest.state === 'pre-election') return <ContestCard contest={contest} format={format} />;
  return (
    <details className="print-open" open={isOpen(contest)}>
      <summary className="cursor-pointer py-2 hover:bg-turnout-0">
        <span className="font-medium">{contest.names[language]}</span>
        <span className="block pl-4 text-sm text-ink-soft">
          <ContestLine contest={contest} format={format} />
        </span>
      </summary>
      <div className="pb-4 pl-4">
        <Winners contest={contest} {...(nameOf ? { nameOf } : {})} format={format} />
        <p className="mt-2 text-sm print:hidden">
          <a className="link" href={`/${language}/results/contests/${contest.id}`}>
            {t('contest.open')}
          </a>
        </p>
      </div>
    </details>
  );
}

/** Whether something of it is not decided. */
export function isOpen({ withheld, undecided }: ContestBrief): boolean {
  return withheld !== null || undecided.length > 0;
}

/** Seats and candidacies in words; how many seats are filled, once that is known. */
function ContestLine({ contest, format }: Pick<Props, 'contest' | 'format'>) {
  const t = useTranslations('results');
  const { count } = format;
  const { seats, candidacyCount, figures, state } = contest;
  const candidacies = t('count.candidacies', { count: candidacyCount, number: count(candidacyCount) });
  if (state === 'pre-election') return `${t('count.seats', { count: seats, number: count(seats) })} · ${candidacies}`;
  if (state === 'withheld') return `${t('state.withheld')} · ${candidacies}`;
  const filled = t('contest.ofSeats', { count: seats, filled: count(contest.winners.length), total: count(seats) });
  const ballots = figures && t('count.ballots', { count: figures.ballots, number: count(figures.ballots) });
  return [filled, candidacies, ballots].filter(Boolean).join(' · ');
}

function Winners({ contest, nameOf, format }: Props) {
  const t = useTranslations('results.contest');
  const { winners, undecided, state } = contest;
  if (state === 'pre-election') return null;
  const list = { figures: contest.figures, shareOf: contest.shareOf, format };
  return (
    <>
      {(isOpen(contest) || contest.tie) && (
        <div className="mt-2 max-w-[70ch] border-l-4 border-ink-soft pl-4 text-sm">
          <OpenText
            contest={contest}
            candidacies={[...winners, ...undecided]}
            {...(nameOf ? { nameOf } : {})}
            format={format}
          />
        </div>
      )}
      {state === 'uncontested' && <p className="mt-2 max-w-[65ch] text-sm">{t('uncontested')}</p>}
      {contest.votesHidden && <p className="mt-2 max-w-[65ch] text-sm">{t('hidden')}</p>}
      {winners.length > 0 && (
        <CandidacyList {...list} candidacies={winners} label={`${t('elected')}: ${contest.names[format.language]}`} />
      )}
      {undecided.length > 0 && (
        <CandidacyList
          {...list}
          candidacies={undecided}
          label={`${t('undecided')}: ${contest.names[format.language]}`}
        />
      )}
    </>
  );
}
