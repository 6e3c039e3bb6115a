import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { RegionFile } from '#domain/results/resultFiles.ts';
import { ContestCard, ContestFold, isOpen } from './ContestCard.tsx';
import type { ResultsContent } from './content.ts';
import { PartOfContest } from './PartOfContest.tsx';
import { DistrictLinks, RegionHero } from './RegionHero.tsx';
import { SeatsHero } from './SeatsHero.tsx';
import { TurnoutCard } from './TurnoutCard.tsx';

interface Props {
  content: ResultsContent<RegionFile>;
  /** The publication time, where there are no figures yet. */
  waiting: React.ReactNode;
  format: Format;
}

/** A region: who is elected to its own seats in full, then contest by contest of its districts. */
export function RegionResults({ content: { file, election, board }, waiting, format }: Props) {
  const t = useTranslations('results');
  const { language } = format;
  const { region, districts } = file;
  const own = file.contests.filter(({ unitCode }) => unitCode === region.code);
  const below = file.contests.filter(({ unitCode }) => unitCode !== region.code);
  const nameOf = (code: string) => districts.find((unit) => unit.code === code)?.names[language] ?? null;
  const title = t('titleOf', { unit: region.names[language] });
  const firstOpen = file.contests.find(isOpen);
  const isBefore = file.status === 'pre-election';
  return (
    <>
      {isBefore || file.totals.contests === 0 ? (
        <RegionHero file={file} title={title} format={format}>
          {isBefore && waiting}
        </RegionHero>
      ) : (
        <SeatsHero
          title={title}
          totals={file.totals}
          openHref={firstOpen ? `#${firstOpen.id}` : null}
          format={format}
        />
      )}
      <TurnoutCard
        turnout={isBefore ? (board.rows[0] ?? file.turnout) : file.turnout}
        electorate={election.electorate}
        href={`/${language}/regions/${region.code}`}
        unitName={region.names[language]}
        isSealed={!isBefore}
        format={format}
      />
      {file.countryContests.map(({ contest, area }) => (
        <PartOfContest
          key={contest.id}
          contest={contest}
          area={area}
          codes={area?.regionCodes ?? []}
          nameOf={(code) => (code === region.code ? region.names[language] : code)}
          format={format}
        />
      ))}
      {own.length > 0 && (
        <section
          aria-labelledby="own"
          className="card flex break-inside-auto! flex-col gap-6 p-5 sm:p-6 lg:col-span-12"
        >
          <h2 id="own" className="text-base font-semibold">
            {t('region.own')}
          </h2>
          {own.map((contest) => (
            <div key={contest.id} id={contest.id} className="scroll-mt-4">
              <ContestCard contest={contest} nameOf={nameOf} format={format} />
            </div>
          ))}
        </section>
      )}
      {below.length > 0 && (
        <section aria-labelledby="below" className="card break-inside-auto! p-5 sm:p-6 lg:col-span-12">
          <h2 id="below" className="text-base font-semibold">
            {t('region.districts')}
          </h2>
          <ul className="mt-3 grid gap-x-10 lg:grid-cols-2">
            {below.map((contest) => (
              <li key={contest.id} id={contest.id} className="scroll-mt-4 border-b border-hairline py-1">
                <ContestFold contest={contest} nameOf={nameOf} format={format} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {districts.length > 0 && <DistrictLinks file={file} format={format} />}
    </>
  );
}
