import { getLocale, getTranslations } from 'next-intl/server';
import { AddPersonForm } from '#components/console/AddPersonForm.tsx';
import { listPlaceChoices } from '#components/console/content.ts';
import { Panel } from '#components/console/Panel.tsx';
import { PeopleTable } from '#components/console/PeopleTable.tsx';
import { listPeople } from '#db/auth/listPeople.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { may } from '#domain/staff/policy.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readTimeZone, readUnits } from '../../../readConsole.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('people');

export default async function PeoplePage() {
  const { person } = await requireStaffPage('/console/people', 'people.read', wholeCountry);
  const [people, units, timeZone, locale, t] = await Promise.all([
    listPeople(getDatabase()),
    readUnits(),
    readTimeZone(),
    getLocale(),
    getTranslations('console.people'),
  ]);
  const places = listPlaceChoices(units, languageOr(locale));
  return (
    <>
      <h1 className="text-xl font-bold">{t('title')}</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        {t('count', { count: people.filter(({ disabled }) => !disabled).length })}
      </p>
      <div className="flex flex-col gap-6">
        <PeopleTable people={people} places={places} timeZone={timeZone} />
        {may(person, 'people.create', wholeCountry) && (
          <Panel title={t('add')}>
            <AddPersonForm places={places} />
          </Panel>
        )}
      </div>
    </>
  );
}
