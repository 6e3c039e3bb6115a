import { useLocale, useTranslations } from 'next-intl';
import { RehearsalMark } from '#components/ui/RehearsalMark.tsx';
import { ThemeToggle } from '#components/ui/ThemeToggle.tsx';
import { ConsoleLanguages, ConsoleNav } from './ConsoleNav.tsx';
import type { ConsoleHead } from './content.ts';
import { SignOutButton } from './SignOutButton.tsx';

/** Which election, who works on it, and where to. */
export function ConsoleHeader({ electionName, isTest, person, sections }: ConsoleHead) {
  const t = useTranslations('console');
  const language = useLocale();
  return (
    <>
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      {isTest && <RehearsalMark />}
      <header>
        <div className="container-page flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
          <p className="mr-auto max-w-full">
            <a
              className="font-semibold underline-offset-4 hover:underline"
              href={`/${language}`}
              title={t('publicBoard')}
            >
              {electionName}
            </a>
          </p>
          <p className="max-w-full text-sm">
            <span className="font-medium">{person.name}</span>{' '}
            <span className="text-ink-soft">
              · {t(`roles.${person.role}`)} · {person.place ?? t('wholeCountry')}
            </span>
          </p>
          <div className="flex shrink-0 flex-wrap items-center gap-3">
            <ConsoleLanguages />
            <ThemeToggle />
            <SignOutButton />
          </div>
        </div>
        <ConsoleNav sections={sections} />
      </header>
    </>
  );
}
