import { getLocale, getTranslations } from 'next-intl/server';
import { listPlaceChoices } from '#components/console/content.ts';
import { CaseFilters } from '#components/violations/CaseFilters.tsx';
import { CaseRegister } from '#components/violations/CaseRegister.tsx';
import { getFeed } from '#db/queries/getFeed.ts';
import { getCaseStamp } from '#db/violations/getCaseStamp.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { CaseParameters } from '../../../api/ops/violations/parameters.ts';
import { readCases } from '../../../api/ops/violations/readCases.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { getDatabase } from '../../../database.ts';
import { readTimeZone, readUnits } from '../../../readConsole.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('violations');

export default async function ViolationsPage({ searchParams }: PageProps<'/[lang]/console/violations'>) {
  const { person } = await requireStaffPage('/console/violations', 'violation.read');
  const given = Object.entries(await searchParams).filter(([, value]) => typeof value === 'string' && value !== '');
  const parsed = CaseParameters.safeParse(Object.fromEntries(given));
  const parameters = parsed.success ? parsed.data : {};
  const [list, units, timeZone, { clock }, locale, t] = await Promise.all([
    getCaseStamp(getDatabase()).then((stamp) => readCases(person, parameters, stamp)),
    readUnits(),
    readTimeZone(),
    getFeed(getDatabase()),
    getLocale(),
    getTranslations('violations'),
  ]);
  const places = listPlaceChoices(units, languageOr(locale));
  const { before, ...chosen } = parameters;
  const kept = Object.entries(chosen).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const now = before === undefined ? kept : [...kept, ['before', String(before)]];
  const content = {
    list,
    query: now.length === 0 ? '' : `?${new URLSearchParams(now)}`,
    path: `/${locale}/console/violations`,
    filters: kept,
    isNewestShown: before === undefined,
    places,
    clock,
    timeZone,
    renderedAtMs: Date.now(),
  };
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
      <CaseRegister content={content}>
        <CaseFilters
          chosen={Object.fromEntries(kept)}
          regions={places.filter(({ regionCode, code }) =>
            person.regionCode === null ? regionCode === null : code === person.regionCode,
          )}
          isOnCommission={person.role === 'commission'}
        />
      </CaseRegister>
    </div>
  );
}
