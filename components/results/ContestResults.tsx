import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ContestResult } from '#domain/results/edition.ts';
import type { ContestFile } from '#domain/results/resultFiles.ts';
import { hasSeat } from '#domain/results/totalsOf.ts';
import { AreaTable } from './AreaTable.tsx';
import { BallotFigures } from './BallotFigures.tsx';
import { Breakdown } from './Breakdown.tsx';
import { CandidacyList } from './CandidacyList.tsx';
import type { ResultsContent } from './content.ts';
import { OpenText } from './OpenText.tsx';

interface Props {
  content: ResultsContent<ContestFile>;
  /** The publication time, where there are no figures yet. */
  waiting: React.ReactNode;
  turnout: React.ReactNode;
  format: Format;
}

/** Everything about one contest: every candidacy, ballots and votes, and where they were given. */
export function ContestResults({ content: { file }, waiting, turnout, format }: Props) {
  const t = useTranslations('results');
  const { contest, units } = file;
  const { language } = format;
  const { figures } = contest;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.names[language] ?? code;
  const isBefore = contest.state === 'pre-election';
  const hasParts = contest.areas.length > 1;
  return (
    <>
      <ContestHero contest={contest} nameOf={nameOf} waiting={waiting} format={format} />
      {turnout}
      {figures && (
        <section aria-labelledby="figures" className="card p-5 sm:p-6 lg:col-span-12">
          <h2 id="figures" className="text-base font-semibold">
            {t('figures.title')}
          </h2>
          <BallotFigures figures={figures} votesAllowed={contest.votesAllowed} format={format} />
        </section>
      )}
      <section aria-labelledby="candidacies" className="card break-inside-auto! p-4 sm:p-6 lg:col-span-12">
        <h2 id="candidacies" className="text-base font-semibold">
          {t('contest.candidacies')}
        </h2>
        <p className="mt-1 max-w-[75ch] text-sm text-ink-soft">
          {t(isBefore || contest.state === 'withheld' ? 'contest.order.ballot' : 'contest.order.rank')}{' '}
          {figures && <ShareNote contest={contest} format={format} />}
        </p>
        <CandidacyList
          candidacies={contest.candidacies}
          figures={figures}
          shareOf={contest.shareOf}
          label={t('contest.caption', { contest: contest.names[language] })}
          format={format}
          {...(figures && hasParts
            ? {
                detailsOf: (candidacy) => (
                  <Breakdown candidacy={candidacy} contest={contest} nameOf={nameOf} format={format} />
                ),
              }
            : {})}
        />
      </section>
      <AreaTable contest={contest} nameOf={nameOf} format={format} />
    </>
  );
}

function ShareNote({ contest, format }: { contest: ContestResult; format: Format }) {
  const t = useTranslations('results.share');
  const { figures, shareOf, votesAllowed } = contest;
  if (!figures) return null;
  const total = format.count(shareOf === 'ballots' ? figures.ballots : figures.votes);
  return t(`${votesAllowed > 1 ? 'note' : 'noteOne'}.${shareOf}`, { total });
}

interface HeroProps extends Pick<Props, 'waiting' | 'format'> {
  contest: ContestResult;
  nameOf(code: string): string;
}

function ContestHero({ contest, nameOf, waiting, format }: HeroProps) {
  const t = useTranslations('results');
  const { count } = format;
  const { seats, votesAllowed, state } = contest;
  const filled = contest.candidacies.filter(hasSeat).length;
  const isBefore = state === 'pre-election';
  const allowed = { count: votesAllowed, number: count(votesAllowed) };
  const candidacies = { count: contest.candidacies.length, number: count(contest.candidacies.length) };
  return (
    <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
      <h1 id="hero" className="text-xl leading-tight font-bold">
        {contest.names[format.language]}
      </h1>
      <p className="mt-3 text-lg tabular-nums">
        {isBefore || state === 'withheld'
          ? t('count.seats', { count: seats, number: count(seats) })
          : t('contest.ofSeats', { count: seats, filled: count(filled), total: count(seats) })}
        {' · '}
        {t('count.candidacies', candidacies)}
      </p>
      <p className="mt-1 max-w-[65ch] text-ink-soft">
        {votesAllowed === 1 ? t('contest.allowedOne') : t(isBefore ? 'contest.willAllow' : 'contest.allowed', allowed)}
      </p>
      {isBefore && waiting}
      {state === 'withheld' && <p className="mt-6 text-lg leading-snug font-semibold">{t('withheld.title')}</p>}
      {(contest.withheld || contest.tie || contest.candidacies.some(({ outcome }) => outcome === 'pending')) && (
        <div className="mt-3 flex max-w-[65ch] flex-col gap-2 border-l-4 border-ink-soft pl-4">
          <OpenText contest={contest} candidacies={contest.candidacies} nameOf={nameOf} format={format} />
        </div>
      )}
      {state === 'uncontested' && <p className="mt-4 max-w-[65ch]">{t('contest.uncontested')}</p>}
      {contest.votesHidden && <p className="mt-4 max-w-[65ch]">{t('contest.hidden')}</p>}
    </section>
  );
}
