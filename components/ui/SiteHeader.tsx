import { useLocale, useTranslations } from 'next-intl';
import { LanguageLinks } from './LanguageLinks.tsx';
import { RehearsalMark } from './RehearsalMark.tsx';
import { type Section, SectionLinks } from './SectionLinks.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';

interface Props {
  electionName: string;
  /** The address of the page behind its language. */
  path: string;
  isTest: boolean;
  /** The section the page is part of. */
  section?: Section;
  /** The phase of the election. */
  children?: React.ReactNode;
}

export function SiteHeader({ electionName, path, isTest, section, children }: Props) {
  const t = useTranslations('site');
  const language = useLocale();
  return (
    <>
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      {isTest && <RehearsalMark />}
      <header>
        <div className="container-page flex flex-wrap items-center gap-x-6 gap-y-3 py-4 lg:flex-nowrap">
          <a
            href={`/${language}`}
            className="mr-auto max-w-full text-lg font-semibold underline-offset-4 hover:underline"
          >
            {electionName}
          </a>
          <div className="order-last w-full lg:order-none lg:w-auto lg:min-w-0">{children}</div>
          <div className="flex shrink-0 items-center gap-4">
            <LanguageLinks path={path} />
            <ThemeToggle />
          </div>
        </div>
        <SectionLinks section={section} />
      </header>
    </>
  );
}
