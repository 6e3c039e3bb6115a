import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { Home } from '#components/overview/Home.tsx';
import { OverviewBoard } from '#components/overview/OverviewBoard.tsx';
import { NotFound } from '#domain/errors.ts';
import { UnitCode } from '#domain/geography.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { chooseView } from '#domain/overview/view.ts';
import { may } from '#domain/staff/policy.ts';
import { currentOverview } from '../../api/ops/overview/overviewSnapshots.ts';
import type { Staff } from '../../auth/findStaff.ts';
import { requireSessionPage } from '../../auth/readStaffPage.ts';
import { findElection } from '../../readBoardPage.ts';
import { readConsoleHead, readTimeZone, readUnits } from '../../readConsole.ts';
import { listPlaces } from '../status/readStatus.ts';
import { describeConsole } from './describeConsole.ts';

export const generateMetadata = () => describeConsole('overview');

export default async function ConsolePage({ searchParams }: PageProps<'/[lang]/console'>) {
  const { region, wall } = await searchParams;
  const [staff, locale] = await Promise.all([requireSessionPage(pathOf(region, wall)), getLocale()]);
  if (staff.mustUseSecondFactor) redirect(`/${locale}/console/account`);
  const asked = UnitCode.safeParse(region);
  const content = await readContent(staff, locale, asked.success ? asked.data : null);
  if (content) return <OverviewBoard content={content} />;
  const { sections } = await readConsoleHead(staff, locale);
  return <Home name={staff.person.name} sections={sections.filter((key) => key !== 'overview')} />;
}

/** The page to come back to after the sign-in. */
function pathOf(region: unknown, wall: unknown): string {
  const search = [
    ...(typeof region === 'string' ? [`region=${encodeURIComponent(region)}`] : []),
    ...(wall === undefined ? [] : ['wall']),
  ];
  return search.length === 0 ? '/console' : `/console?${search.join('&')}`;
}

/** Null for who may not look at the board, and while no election is loaded. */
async function readContent({ person }: Staff, locale: string, region: string | null) {
  if (!may(person, 'overview.read', person)) return null;
  const [units, timeZone, election] = await Promise.all([readUnits(), readTimeZone(), findElection()]);
  const language = languageOr(locale);
  const isKnown = region !== null && units.some(({ code, level }) => code === region && level === 'region');
  try {
    const { overview } = await currentOverview(chooseView(person, units, isKnown ? region : null));
    return {
      ...{ overview, timeZone },
      isTest: election?.isTest ?? false,
      electionName: election?.names[language] ?? '',
      places: listPlaces(units, language),
      renderedAtMs: Date.now(),
      mayChoose: person.regionCode === null && person.districtCode === null,
      maySee: { violations: may(person, 'violation.read', person), schedule: may(person, 'schedule.read', person) },
    };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
