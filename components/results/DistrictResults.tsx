import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { DistrictFile } from '#domain/results/resultFiles.ts';
import type { ResultsContent } from './content.ts';
import { PartOfContest } from './PartOfContest.tsx';

interface Props {
  content: ResultsContent<DistrictFile>;
  waiting: React.ReactNode;
  turnout: React.ReactNode;
  format: Format;
}

/** A district: its own ballots and votes in every contest that its voters vote in. */
export function DistrictResults({ content: { file }, waiting, turnout, format }: Props) {
  const t = useTranslations('results');
  const { language } = format;
  const { district, mergedWith } = file;
  const units = [district, ...mergedWith];
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.names[language] ?? code;
  return (
    <>
      <section aria-labelledby="hero" className="card flex flex-col p-5 sm:p-8 lg:col-span-8">
        <h1 id="hero" className="text-xl leading-tight font-bold">
          {t('titleOf', { unit: district.names[language] })}
        </h1>
        <ul className="mt-3 flex flex-col gap-1">
          {file.contests.map(({ contest }) => (
            <li key={contest.id}>
              <a className="link" href={`#${contest.id}`}>
                {contest.names[language]}
              </a>
              <span className="text-ink-soft">
                {' · '}
                {t('count.seats', { count: contest.seats, number: format.count(contest.seats) })}
                {' · '}
                {t('count.candidacies', {
                  count: contest.candidacies.length,
                  number: format.count(contest.candidacies.length),
                })}
              </span>
            </li>
          ))}
        </ul>
        {file.status === 'pre-election' && waiting}
        {mergedWith.length > 0 && (
          <p className="mt-4 max-w-[65ch] border-l-4 border-ink-soft pl-4">
            {t('district.merged', {
              names: units.map(({ names }) => names[language]).join(', '),
            })}
          </p>
        )}
      </section>
      {turnout}
      {file.contests.map(({ contest, area }) => (
        <PartOfContest
          key={contest.id}
          contest={contest}
          area={area}
          codes={area?.districtCodes ?? []}
          nameOf={nameOf}
          format={format}
        />
      ))}
    </>
  );
}
