import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { AreaResult, CandidacyResult } from '#domain/results/edition.ts';
import type { DistrictFile } from '#domain/results/resultFiles.ts';
import { hasSeat, isUndecided } from '#domain/results/totalsOf.ts';
import { BallotFigures } from './BallotFigures.tsx';
import { CandidacyList } from './CandidacyList.tsx';
import { OpenText } from './OpenText.tsx';

interface Props {
  contest: DistrictFile['contests'][number]['contest'];
  /** Its figures in one part of it. */
  area: AreaResult | null;
  /** The units of that part. */
  codes: readonly string[];
  nameOf(code: string): string;
  format: Format;
}

/** A contest as it went in one district or region: ballots and votes given there, ranks and seats of the whole. */
export function PartOfContest({ contest, area, codes, nameOf, format }: Props) {
  const t = useTranslations('results');
  const { language } = format;
  const here = area
    ? contest.candidacies.map((candidacy) => ({ ...candidacy, votes: area.votesByCandidacy[candidacy.id] ?? 0 }))
    : contest.candidacies;
  const seated = here.filter((candidacy) => hasSeat(candidacy) || isUndecided(candidacy));
  const others = here.filter((candidacy) => !seated.includes(candidacy));
  const list = { figures: area, shareOf: contest.shareOf, format };
  return (
    <section
      id={contest.id}
      aria-labelledby={`title-${contest.id}`}
      className="card scroll-mt-4 break-inside-auto! p-4 sm:p-6 lg:col-span-12"
    >
      <h2 id={`title-${contest.id}`} className="text-lg leading-snug font-semibold">
        <a className="link" href={`/${language}/results/contests/${contest.id}`}>
          {contest.names[language]}
        </a>
      </h2>
      {codes.length > 1 && (
        <p className="mt-1 text-sm text-ink-soft">
          {t('district.areaMerged', { names: codes.map(nameOf).join(', ') })}
        </p>
      )}
      {contest.votesHidden && <p className="mt-2 max-w-[65ch]">{t('contest.hidden')}</p>}
      {contest.state === 'uncontested' && <p className="mt-2 max-w-[65ch]">{t('contest.uncontested')}</p>}
      {(contest.withheld || contest.tie) && (
        <div className="mt-2 max-w-[65ch] border-l-4 border-ink-soft pl-4">
          <OpenText contest={contest} candidacies={contest.candidacies} nameOf={nameOf} format={format} />
        </div>
      )}
      {area && (
        <>
          <BallotFigures figures={area} votesAllowed={contest.votesAllowed} format={format} />
          <div className="mt-6">
            <h3 className="font-medium">{t('district.here', { unit: codes.map(nameOf).join(' + ') })}</h3>
            <p className="text-sm text-ink-soft">{t('district.whole')}</p>
          </div>
        </>
      )}
      <Lists seated={seated} others={others} list={list} label={contest.names[language]} />
    </section>
  );
}

interface ListsProps {
  seated: readonly CandidacyResult[];
  others: readonly CandidacyResult[];
  list: Pick<Parameters<typeof CandidacyList>[0], 'figures' | 'shareOf' | 'format'>;
  label: string;
}

const fewOthers = 12;

/** Those with a seat in the whole contest, the others folded away where they are many. */
function Lists({ seated, others, list, label }: ListsProps) {
  const t = useTranslations('results.contest');
  if (seated.length === 0 || others.length <= fewOthers)
    return <CandidacyList {...list} candidacies={[...seated, ...others]} label={label} />;
  return (
    <>
      <CandidacyList {...list} candidacies={seated} label={`${label}: ${t('elected')}`} />
      <details className="mt-3">
        <summary className="link cursor-pointer">
          {t('others', { count: others.length, number: list.format.count(others.length) })}
        </summary>
        <CandidacyList {...list} candidacies={others} label={label} />
      </details>
    </>
  );
}
