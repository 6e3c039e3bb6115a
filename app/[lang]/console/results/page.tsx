import { headers } from 'next/headers';
import { ReleaseDeskView } from '#components/release/ReleaseDeskView.tsx';
import { may } from '#domain/staff/policy.ts';
import { readSessionToken } from '../../../auth/findStaff.ts';
import { requireStaffPage } from '../../../auth/readStaffPage.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { readTimeZone } from '../../../readConsole.ts';
import { readReleaseDesk } from '../../../readReleaseDesk.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('results');

export default async function ReleasePage() {
  const { person } = await requireStaffPage('/console/results', 'results.read', wholeCountry);
  const sessionToken = await readSessionToken(new Headers(await headers()));
  const [desk, timeZone] = await Promise.all([readReleaseDesk(sessionToken), readTimeZone()]);
  return (
    <ReleaseDeskView
      initial={desk}
      timeZone={timeZone}
      renderedAtMs={Date.now()}
      mayApprove={may(person, 'results.approve', wholeCountry)}
    />
  );
}
