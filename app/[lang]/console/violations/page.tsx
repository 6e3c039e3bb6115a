import { getLocale, getTranslations } from 'next-intl/server';
import { listPlaceChoices } from '#components/console/content.ts';
import { CaseFilters } from '#components/violations/CaseFilters.tsx';
import { CaseList } from '#components/violations/CaseList.tsx';
import { Pipeline } from '#components/violations/Pipeline.tsx';
import { getPipeline } from '#db/violations/getPipeline.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { CaseParameters } from '../../../api/ops/violations/parameters.ts';
import { readCases } from '../../../api/ops/violations/readCases.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { getDatabase } from '../../../database.ts';
import { readUnits } from '../../../readConsole.ts';
import { readElectionNowMs } from '../../../readElectionNow.ts';
import { describeConsole } from '../describeConsole.ts';

const casesOnPage = 50;

export const generateMetadata = () => describeConsole('violations');

export default async function ViolationsPage({ searchParams }: PageProps<'/[lang]/console/violations'>) {
  const { person } = await requireStaffPage('/console/violations', 'violation.read');
  const given = Object.entries(await searchParams).filter(([, value]) => typeof value === 'string' && value !== '');
  const parsed = CaseParameters.safeParse(Object.fromEntries(given));
  const parameters = parsed.success ? parsed.data : {};
  const [page, stages, units, nowMs, locale, t] = await Promise.all([
    readCases(person, parameters, casesOnPage),
    getPipeline(getDatabase(), person),
    readUnits(),
    readElectionNowMs(),
    getLocale(),
    getTranslations('violations'),
  ]);
  const language = languageOr(locale);
  const places = listPlaceChoices(units, language);
  // The list is drawn in the browser too: it carries the names that it shows, not all of them.
  const shownUnits = new Set(
    page.cases.flatMap(({ regionCode, districtCode, commission }) => [
      regionCode,
      districtCode,
      commission?.regionCode,
      commission?.districtCode,
    ]),
  );
  const { before, ...chosen } = parameters;
  const { hours, ...words } = chosen;
  const kept = Object.entries({ ...words, hours: hours?.toString() }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const addressOf = (more: string[][]) => `/${locale}/console/violations?${new URLSearchParams([...kept, ...more])}`;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-xl font-bold">{t('title')}</h1>
          <p className="max-w-[65ch] text-ink-soft">{t('text')}</p>
        </div>
        <a
          className="min-h-11 rounded border border-ink bg-ink px-4 py-2 font-medium text-paper hover:opacity-90"
          href={`/${locale}/console/violations/new`}
        >
          {t('file')}
        </a>
      </div>
      <Pipeline stages={stages} language={language} />
      <CaseFilters
        chosen={Object.fromEntries(kept)}
        regions={places.filter(({ regionCode, code }) =>
          person.regionCode === null ? regionCode === null : code === person.regionCode,
        )}
        isOnCommission={person.role === 'commission'}
      />
      <CaseList cases={page.cases} places={places.filter(({ code }) => shownUnits.has(code))} nowMs={nowMs} />
      <p className="flex flex-wrap gap-x-6">
        {page.next !== null && (
          <a className="link py-2" href={addressOf([['before', String(page.next)]])} rel="next">
            {t('older')}
          </a>
        )}
        {before !== undefined && (
          <a className="link py-2" href={addressOf([])}>
            {t('newest')}
          </a>
        )}
        <span className="needs-script ml-auto py-2 text-sm text-ink-soft">{t('keys')}</span>
      </p>
    </div>
  );
}
