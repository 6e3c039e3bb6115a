import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { OpenText } from '#components/results/OpenText.tsx';
import { hasSeat, isUndecided } from '#domain/results/totalsOf.ts';
import type { ContestEmbedFile, EmbeddedContest } from './content.ts';
import { EmbedCandidacies } from './EmbedCandidacies.tsx';

interface Props {
  file: ContestEmbedFile;
  /** When the results come, where they are not public. */
  waiting: React.ReactNode;
  format: Format;
}

/** A contest in short: before the results who stands for how many seats, after them who has the seats, by how many votes. */
export function EmbedContest({ file, waiting, format }: Props) {
  const t = useTranslations('results');
  const { contest, corrects, edition, reason } = file;
  const { language } = format;
  const isBefore = contest.state === 'pre-election';
  return (
    <>
      {corrects !== null && (
        <section
          aria-label={t('correction.title', { edition, corrects })}
          className="border-l-4 border-ink pl-3 text-sm"
        >
          <p className="font-semibold">
            {t('correction.title', { edition: String(edition), corrects: String(corrects) })}
          </p>
          {reason && <p>{reason[language]}</p>}
        </section>
      )}
      <Facts contest={contest} format={format} />
      {isBefore && waiting}
      <Remarks file={file} format={format} />
      {isBefore || contest.state === 'withheld' ? (
        <section aria-labelledby="candidacies">
          <h2 id="candidacies" className="pb-1 text-sm text-ink-soft">
            {t('contest.candidacies')}. {t('contest.order.ballot')}
          </h2>
          <EmbedCandidacies
            contest={contest}
            candidacies={contest.candidacies}
            label={t('contest.candidacies')}
            format={format}
          />
        </section>
      ) : (
        <Groups contest={contest} format={format} />
      )}
    </>
  );
}

/** How many seats, how many of them filled, how many candidacies and ballots. */
function Facts({ contest, format: { count } }: { contest: EmbeddedContest; format: Format }) {
  const t = useTranslations('results');
  const { seats, state, candidacies, figures } = contest;
  const facts =
    state === 'pre-election' || state === 'withheld'
      ? [
          t('count.seats', { count: seats, number: count(seats) }),
          t('count.candidacies', { count: candidacies.length, number: count(candidacies.length) }),
        ]
      : [
          t('contest.ofSeats', {
            count: seats,
            filled: count(candidacies.filter(hasSeat).length),
            total: count(seats),
          }),
          ...(figures ? [t('count.ballots', { count: figures.ballots, number: count(figures.ballots) })] : []),
        ];
  return <p className="tabular-nums">{facts.join(' · ')}</p>;
}

/** What is not decided, withheld or hidden, and why. */
function Remarks({ file: { contest, units }, format }: Pick<Props, 'file' | 'format'>) {
  const t = useTranslations('results');
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.names[format.language] ?? code;
  return (
    <>
      {contest.state === 'withheld' && <p className="font-semibold">{t('withheld.title')}</p>}
      {(contest.withheld || contest.tie || contest.candidacies.some(isUndecided)) && (
        <div className="flex flex-col gap-2 border-l-4 border-ink-soft pl-3 text-sm">
          <OpenText contest={contest} candidacies={contest.candidacies} nameOf={nameOf} format={format} />
        </div>
      )}
      {contest.state === 'uncontested' && <p className="text-sm">{t('contest.uncontested')}</p>}
      {contest.votesHidden && <p className="text-sm">{t('contest.hidden')}</p>}
    </>
  );
}

/** Who is elected, who is undecided, and all others behind one line. */
function Groups({ contest, format }: { contest: EmbeddedContest; format: Format }) {
  const t = useTranslations('results');
  const winners = contest.candidacies.filter(hasSeat);
  const undecided = contest.candidacies.filter(isUndecided);
  const others = contest.candidacies.filter((candidacy) => !hasSeat(candidacy) && !isUndecided(candidacy));
  const shown = [
    { key: 'elected', candidacies: winners },
    { key: 'undecided', candidacies: undecided },
  ] as const;
  return (
    <>
      {winners.length === 0 && <p className="font-semibold">{t('contest.noWinners')}</p>}
      {shown.map(
        ({ key, candidacies }) =>
          candidacies.length > 0 && (
            <section key={key} aria-labelledby={key}>
              <h2 id={key} className="flex flex-wrap justify-between gap-x-4 pb-1 text-sm text-ink-soft">
                {t(`contest.${key}`)}
                {contest.figures && (
                  <span aria-hidden>
                    {t('column.votes')} · {t(`column.share.${contest.shareOf}`)}
                  </span>
                )}
              </h2>
              <EmbedCandidacies {...{ contest, candidacies, format }} label={t(`contest.${key}`)} />
            </section>
          ),
      )}
      {others.length > 0 && (
        <details className="print-open">
          <summary className="cursor-pointer py-1 font-medium">
            {t('contest.others', { count: others.length, number: format.count(others.length) })}
          </summary>
          <EmbedCandidacies {...{ contest, format }} candidacies={others} label={t('contest.candidacies')} />
        </details>
      )}
    </>
  );
}
