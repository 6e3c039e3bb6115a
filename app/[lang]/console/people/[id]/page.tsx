import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { listPlaceChoices } from '#components/console/content.ts';
import { Panel } from '#components/console/Panel.tsx';
import { PersonState } from '#components/console/PeopleTable.tsx';
import { PersonActions } from '#components/console/PersonActions.tsx';
import { PlacementForm } from '#components/console/PlacementForm.tsx';
import { listPeople } from '#db/auth/listPeople.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { may } from '#domain/staff/policy.ts';
import { requireStaffPage } from '../../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { readUnits } from '../../../../readConsole.ts';
import { describeConsole } from '../../describeConsole.ts';

export const generateMetadata = () => describeConsole('people');

export default async function PersonPage({ params }: PageProps<'/[lang]/console/people/[id]'>) {
  const { id } = await params;
  const staff = await requireStaffPage(`/console/people/${id}`, 'people.read', wholeCountry);
  const person = (await listPeople(getDatabase())).find((candidate) => candidate.id === id);
  if (!person) notFound();
  const [units, locale, t] = await Promise.all([readUnits(), getLocale(), getTranslations('console')]);
  const places = listPlaceChoices(units, languageOr(locale));
  const mayUpdate = may(staff.person, 'people.update', wholeCountry);
  return (
    <>
      <p>
        <a className="link text-sm" href={`/${locale}/console/people`}>
          {t('people.title')}
        </a>
      </p>
      <h1 className="mt-1 text-xl font-bold break-words">{person.name}</h1>
      <p className="mt-1 break-words text-ink-soft">
        {person.email} · {t(`roles.${person.role}`)} · <PersonState person={person} /> ·{' '}
        {t('people.openSessions', { count: person.openSessions })} ·{' '}
        <a className="link" href={`/${locale}/console/audit?object=person/${person.id}`}>
          {t('people.log')}
        </a>
      </p>
      {mayUpdate && (
        <div className="mt-6 flex flex-col gap-4">
          <Panel title={t('people.actions')}>
            <PersonActions person={person} />
          </Panel>
          <Panel title={t('people.change')}>
            <PlacementForm person={person} places={places} />
          </Panel>
        </div>
      )}
    </>
  );
}
