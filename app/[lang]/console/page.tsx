import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { consoleSections } from '#components/console/sections.ts';
import { requireSessionPage } from '../../auth/readStaffPage.ts';
import { readConsoleHead } from '../../readConsole.ts';
import { describeConsole } from './describeConsole.ts';

export const generateMetadata = () => describeConsole('overview');

export default async function ConsolePage() {
  const [staff, language] = await Promise.all([requireSessionPage('/console'), getLocale()]);
  if (staff.mustUseSecondFactor) redirect(`/${language}/console/account`);
  const { sections } = await readConsoleHead(staff, language);
  const t = await getTranslations('console');
  return (
    <>
      <h1 className="text-xl font-bold">{t('greeting', { name: staff.person.name })}</h1>
      <p className="mt-2 text-ink-soft">{t('greetingText')}</p>
      <ul className="mt-6 flex flex-col gap-1">
        {consoleSections
          .filter(({ key }) => key !== 'overview' && sections.includes(key))
          .map(({ key, path }) => (
            <li key={key}>
              <a className="link inline-block py-2" href={`/${language}/console${path}`}>
                {t(`sections.${key}`)}
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}
