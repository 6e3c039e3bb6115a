import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { SummaryFile } from '#domain/results/resultFiles.ts';
import { ContestCard } from './ContestCard.tsx';
import { Contested } from './Contested.tsx';
import { HowPublished } from './HowPublished.tsx';
import { NotEligibleList } from './NotEligibleList.tsx';
import { RegionsTable } from './RegionsTable.tsx';
import { SearchForm } from './SearchForm.tsx';

/** What is contested, by whom and where, and how the results come out. */
export function SummaryBefore({ file, format }: { file: SummaryFile; format: Format }) {
  const t = useTranslations('results');
  return (
    <>
      <HowPublished />
      <Contested totals={file.totals} format={format} />
      <SearchForm isCard />
      {file.contests.length > 0 && (
        <section aria-labelledby="country" className="card flex flex-col gap-4 p-5 sm:p-6 lg:col-span-12">
          <h2 id="country" className="text-base font-semibold">
            {t('region.country')}
          </h2>
          {file.contests.map((contest) => (
            <ContestCard key={contest.id} contest={contest} format={format} />
          ))}
        </section>
      )}
      <RegionsTable regions={file.regions} isDecided={false} format={format} />
      <NotEligibleList entries={file.notEligible} total={file.totals.candidacies} format={format} />
    </>
  );
}
