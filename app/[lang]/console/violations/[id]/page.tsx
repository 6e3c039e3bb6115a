import { forbidden, notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { CaseActions } from '#components/violations/CaseActions.tsx';
import { CaseDecisions } from '#components/violations/CaseDecisions.tsx';
import { CaseFacts } from '#components/violations/CaseFacts.tsx';
import { CaseHistory } from '#components/violations/CaseHistory.tsx';
import { RestrictedPanel } from '#components/violations/RestrictedPanel.tsx';
import { mayOnCase } from '#domain/violations/commission.ts';
import { requireStaffPage } from '../../../../auth/readStaffPage.ts';
import { describeConsole } from '../../describeConsole.ts';
import { readCasePage } from './readCasePage.ts';

export const generateMetadata = () => describeConsole('violations');

export default async function ViolationPage({ params }: PageProps<'/[lang]/console/violations/[id]'>) {
  const { id } = await params;
  const { person } = await requireStaffPage(`/console/violations/${id}`, 'violation.read');
  const [content, locale, t] = await Promise.all([
    readCasePage(person, id),
    getLocale(),
    getTranslations('violations'),
  ]);
  if (!content) notFound();
  if (!mayOnCase(person, 'violation.read', content.shown, content.shown.commission)) forbidden();
  return (
    <>
      <p className="mb-3">
        <a className="link py-2" href={`/${locale}/console/violations`}>
          {t('back')}
        </a>
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-[1.4fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <CaseFacts {...content} />
          <CaseActions {...content} />
          <CaseDecisions {...content} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {content.mayReadRestricted && <RestrictedPanel id={content.shown.id} timeZone={content.timeZone} />}
          <CaseHistory {...content} />
        </div>
      </div>
    </>
  );
}
