import { getLocale, getTranslations } from 'next-intl/server';
import { listPlaceChoices } from '#components/console/content.ts';
import { FileCaseForm } from '#components/violations/FileCaseForm.tsx';
import { languageOr } from '#domain/languageCodes.ts';
import { requireStaffPage } from '../../../../auth/readStaffPage.ts';
import { readUnits } from '../../../../readConsole.ts';
import { describeConsole } from '../../describeConsole.ts';

export const generateMetadata = () => describeConsole('violations');

export default async function NewViolationPage() {
  const { person } = await requireStaffPage('/console/violations/new', 'violation.file');
  const [units, locale, t] = await Promise.all([readUnits(), getLocale(), getTranslations('violations')]);
  const countryCode = units.find(({ level }) => level === 'country')?.code ?? '';
  return (
    <>
      <p>
        <a className="link py-2" href={`/${locale}/console/violations`}>
          {t('back')}
        </a>
      </p>
      <h1 className="mt-2 text-xl font-bold">{t('fileForm.title')}</h1>
      <p className="mt-1 mb-4 max-w-[65ch] text-ink-soft">{t('fileForm.text')}</p>
      <FileCaseForm places={listPlaceChoices(units, languageOr(locale))} own={person} countryCode={countryCode} />
    </>
  );
}
