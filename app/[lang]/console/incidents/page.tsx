import { getLocale } from 'next-intl/server';
import { IncidentDesk } from '#components/incidents/desk/IncidentDesk.tsx';
import { getResponseTimes } from '#db/incidents/getResponseTimes.ts';
import { listIncidents } from '#db/incidents/listIncidents.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { mostListed } from '#domain/incidents/listed.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { getDatabase } from '../../../database.ts';
import { readTimeZone, readUnits } from '../../../readConsole.ts';
import { listPlaces } from '../../status/readStatus.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('incidents');

export default async function IncidentsPage() {
  const { person } = await requireStaffPage('/console/incidents', 'incident.read');
  const { id, role, commissionLevel, regionCode, districtCode } = person;
  const [units, timeZone, locale, { clock }, incidents, [times = null]] = await Promise.all([
    readUnits(),
    readTimeZone(),
    getLocale(),
    getFeed(getDatabase()),
    listIncidents(getDatabase(), { regionCode, districtCode, limit: mostListed }),
    getResponseTimes(getDatabase(), regionCode),
  ]);
  const content = {
    actor: { id, role, commissionLevel, regionCode, districtCode },
    places: listPlaces(units, languageOr(locale)),
    clock,
    timeZone,
    renderedAtMs: Date.now(),
    list: { incidents, times },
  };
  return <IncidentDesk content={content} />;
}
