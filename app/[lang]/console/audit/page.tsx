import { getLocale, getTranslations } from 'next-intl/server';
import { AuditFilters } from '#components/console/AuditFilters.tsx';
import { AuditList } from '#components/console/AuditList.tsx';
import { listAudit, listAuditChoices } from '#db/audit/listAudit.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { auditObjectOf } from '#domain/staff/auditObject.ts';
import { AuditParameters } from '../../../api/ops/audit/parameters.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readTimeZone, readUnits } from '../../../readConsole.ts';
import { describeConsole } from '../describeConsole.ts';

const entriesOnPage = 50;

const Parameters = AuditParameters.extend({ kind: AuditParameters.shape.object });

export const generateMetadata = () => describeConsole('audit');

export default async function AuditPage({ searchParams }: PageProps<'/[lang]/console/audit'>) {
  await requireStaffPage('/console/audit', 'audit.read', wholeCountry);
  const given = Object.entries(await searchParams).filter(([, value]) => typeof value === 'string' && value !== '');
  const parsed = Parameters.safeParse(Object.fromEntries(given));
  const { person, action, kind, object: number, before } = parsed.success ? parsed.data : {};
  const object = auditObjectOf(kind, number);
  const chosen = { person, action, object };
  const [page, choices, units, timeZone, locale, t] = await Promise.all([
    listAudit(getDatabase(), { personId: person, action, object, before }, entriesOnPage),
    listAuditChoices(getDatabase()),
    readUnits(),
    readTimeZone(),
    getLocale(),
    getTranslations('audit'),
  ]);
  const language = languageOr(locale);
  const unitNames = new Map(units.map(({ code, names }) => [code, names[language]]));
  const addressOf = (more: Record<string, string>) => {
    const kept = Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    return `/${locale}/console/audit?${new URLSearchParams([...kept, ...Object.entries(more)])}`;
  };
  return (
    <>
      <h1 className="text-xl font-bold">{t('title')}</h1>
      <p className="mt-1 mb-6 max-w-[65ch] text-ink-soft">{t('text')}</p>
      <AuditFilters choices={choices} chosen={chosen} names={page.entries[0]?.names ?? {}} />
      <div className="mt-6">
        <AuditList entries={page.entries} unitNames={unitNames} timeZone={timeZone} nowMs={Date.now()} />
      </div>
      <p className="mt-4 flex flex-wrap gap-x-6">
        {page.next !== null && (
          <a className="link py-2" href={addressOf({ before: String(page.next) })} rel="next">
            {t('older')}
          </a>
        )}
        {before !== undefined && (
          <a className="link py-2" href={addressOf({})}>
            {t('newest')}
          </a>
        )}
      </p>
    </>
  );
}
