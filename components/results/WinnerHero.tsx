import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { CandidacyResult, ContestBrief } from '#domain/results/edition.ts';
import { shareOfContest } from '#domain/results/share.ts';
import { Bar } from './Bar.tsx';
import { OpenText } from './OpenText.tsx';

interface Props {
  contest: ContestBrief;
  format: Format;
}

/** Where all vote in one contest: who is elected, by how many votes and what share of what. */
export function WinnerHero({ contest, format }: Props) {
  const t = useTranslations('results');
  const { winners, undecided } = contest;
  return (
    <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
      <h1 id="hero" className="text-lg font-semibold">
        {contest.names[format.language]}
      </h1>
      {winners.map((winner) => (
        <Winner key={winner.id} winner={winner} contest={contest} format={format} />
      ))}
      {winners.length === 0 && <p className="mt-4 text-xl leading-tight font-bold">{t('contest.noWinners')}</p>}
      <div className="mt-4 max-w-[65ch]">
        <OpenText contest={contest} candidacies={[...winners, ...undecided]} format={format} />
      </div>
      <p className="mt-6">
        <a className="link" href={`/${format.language}/results/contests/${contest.id}`}>
          {t('contest.open')}: {format.count(contest.candidacyCount)}
        </a>
      </p>
    </section>
  );
}

function Winner({ winner, contest, format }: Props & { winner: CandidacyResult }) {
  const t = useTranslations('results');
  const share = shareOfContest(winner.votes, contest.figures, contest.shareOf);
  return (
    <div className="mt-4">
      <p className="text-sm text-ink-soft">{winner.outcome && t(`outcome.${winner.outcome}`)}</p>
      <p className="text-2xl leading-tight font-bold wrap-anywhere">{winner.names[format.language]}</p>
      {winner.votes !== null && share !== null && (
        <>
          <p className="mt-3 text-base tabular-nums sm:text-lg">
            {t('winner.votes', {
              count: winner.votes,
              votes: format.count(winner.votes),
              share: t(`share.${contest.shareOf}`, { percent: format.share(share) }),
            })}
          </p>
          <div className="mt-4">
            <Bar isLarge parts={[{ key: 'share', percent: share / 100, look: 'bg-voted' }]} />
          </div>
        </>
      )}
    </div>
  );
}
