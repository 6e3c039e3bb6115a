import { useLocale, useTranslations } from 'next-intl';
import { type ConsoleSection, consoleSections } from '#components/console/sections.ts';

/** The console of those who have no leadership board: what they can work in. */
export function Home({ name, sections }: { name: string; sections: readonly ConsoleSection[] }) {
  const t = useTranslations('console');
  const tHome = useTranslations('overview.home');
  const language = useLocale();
  return (
    <>
      <h1 className="text-xl font-bold">{t('greeting', { name })}</h1>
      <p className="mt-2 text-ink-soft">{t('greetingText')}</p>
      <ul className="mt-6 grid max-w-[75ch] gap-3 sm:grid-cols-2">
        {consoleSections
          .filter(({ key }) => sections.includes(key))
          .map(({ key, path }) => (
            <li key={key}>
              <a className="card block h-full p-4 hover:bg-turnout-0" href={`/${language}/console${path}`}>
                <span className="font-semibold underline decoration-field underline-offset-3">
                  {t(`sections.${key}`)}
                </span>
                <span className="mt-1 block text-sm text-ink-soft">{tHome(key)}</span>
              </a>
            </li>
          ))}
      </ul>
    </>
  );
}
