import { getLocale, getTranslations } from 'next-intl/server';
import { ChangePasswordForm } from '#components/console/ChangePasswordForm.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { SecondFactorPanel } from '#components/console/SecondFactorPanel.tsx';
import { SessionList } from '#components/console/SessionList.tsx';
import { listSessions } from '#db/auth/sessions.ts';
import { requireSessionPage } from '../../../auth/readStaffPage.ts';
import { getDatabase } from '../../../database.ts';
import { readConsoleHead, readTimeZone } from '../../../readConsole.ts';
import { describeConsole } from '../describeConsole.ts';

export const generateMetadata = () => describeConsole('account');

export default async function AccountPage() {
  const staff = await requireSessionPage('/console/account');
  const [sessions, timeZone, head, t] = await Promise.all([
    listSessions(getDatabase(), staff.person.id),
    readTimeZone(),
    getLocale().then((locale) => readConsoleHead(staff, locale)),
    getTranslations('console'),
  ]);
  return (
    <>
      <h1 className="text-xl font-bold">{t('account.title')}</h1>
      <p className="mt-1 break-words text-ink-soft">
        {staff.person.name}, {staff.person.email} · {t(`roles.${staff.person.role}`)} ·{' '}
        {head.person.place ?? t('wholeCountry')}
      </p>
      <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <SecondFactorPanel isOn={staff.hasSecondFactor} isNeeded={staff.mustUseSecondFactor} />
          <Panel title={t('account.sessionsTitle')}>
            <SessionList sessions={sessions} ownId={staff.sessionId} timeZone={timeZone} />
          </Panel>
        </div>
        <Panel title={t('account.passwordTitle')}>
          <ChangePasswordForm email={staff.person.email} />
        </Panel>
      </div>
    </>
  );
}
