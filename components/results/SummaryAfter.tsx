import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { SummaryFile } from '#domain/results/resultFiles.ts';
import { ContestCard } from './ContestCard.tsx';
import type { ResultsContent } from './content.ts';
import { NotEligibleList } from './NotEligibleList.tsx';
import { OpenContests } from './OpenContests.tsx';
import { RegionsTable } from './RegionsTable.tsx';
import { SearchForm } from './SearchForm.tsx';
import { SeatsHero } from './SeatsHero.tsx';
import { TurnoutCard } from './TurnoutCard.tsx';
import { WinnerHero } from './WinnerHero.tsx';

interface Props {
  content: ResultsContent<SummaryFile>;
  format: Format;
}

/** The results of the whole election: what is decided, what is not and why, and the way to everything else. */
export function SummaryAfter({ content: { file, election }, format }: Props) {
  const t = useTranslations('results');
  const { language } = format;
  const [only] = file.totals.contests === 1 ? file.contests : [];
  return (
    <>
      {only ? (
        <WinnerHero contest={only} format={format} />
      ) : (
        <SeatsHero
          title={t('title')}
          totals={file.totals}
          openHref={file.open.length > 0 ? '#open' : null}
          format={format}
        />
      )}
      <TurnoutCard
        turnout={file.turnout}
        electorate={election.electorate}
        href={`/${language}`}
        unitName={file.country.names[language]}
        isSealed
        format={format}
      >
        <div className="flex flex-col gap-3 border-t border-hairline pt-4 print:hidden">
          <SearchForm />
        </div>
      </TurnoutCard>
      <OpenContests contests={file.open} format={format} />
      {!only && file.contests.length > 0 && (
        <section aria-labelledby="country" className="card flex flex-col gap-6 p-5 sm:p-6 lg:col-span-12">
          <h2 id="country" className="text-base font-semibold">
            {t('region.country')}
          </h2>
          {file.contests.map((contest) => (
            <ContestCard key={contest.id} contest={contest} format={format} />
          ))}
        </section>
      )}
      <RegionsTable regions={file.regions} isDecided format={format} />
      <NotEligibleList entries={file.notEligible} total={file.totals.candidacies} format={format} />
    </>
  );
}
