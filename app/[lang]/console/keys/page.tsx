import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { IntakeKeys } from '#components/incidents/IntakeKeys.tsx';
import { listIntakeKeys } from '#db/incidents/intakeKeys.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { may } from '#domain/staff/policy.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readTimeZone, readUnits } from '../../../readConsole.ts';
import { listPlaces } from '../../status/readStatus.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('incidents.keyPage');
  return { title: t('title'), robots: { index: false } };
}

export default async function KeysPage() {
  const { person } = await requireStaffPage('/console/keys', 'key.read', wholeCountry);
  const [keys, units, timeZone, locale] = await Promise.all([
    listIntakeKeys(getDatabase()),
    readUnits(),
    readTimeZone(),
    getLocale(),
  ]);
  const places = listPlaces(units, languageOr(locale)).filter(({ level }) => level === 'region');
  return (
    <IntakeKeys
      initial={keys}
      regions={places}
      timeZone={timeZone}
      mayCreate={may(person, 'key.create', wholeCountry)}
      mayRevoke={may(person, 'key.revoke', wholeCountry)}
    />
  );
}
