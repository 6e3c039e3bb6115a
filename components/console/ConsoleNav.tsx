'use client';

import { usePathname } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { LanguageLinks } from '#components/ui/LanguageLinks.tsx';
import { type ConsoleSection, consoleSections } from './sections.ts';

/** The parts that this person works in, the one of the page marked. */
export function ConsoleNav({ sections }: { sections: ConsoleSection[] }) {
  const t = useTranslations('console');
  const language = useLocale();
  const path = usePathname();
  const shown = consoleSections.filter(({ key }) => sections.includes(key));
  const current = [...shown]
    .sort((a, b) => b.path.length - a.path.length)
    .find((section) => `${path}/`.startsWith(`/${language}/console${section.path}/`));
  return (
    <nav aria-label={t('navigation')} className="container-page print:hidden">
      <ul className="flex flex-wrap gap-x-5 border-b border-hairline">
        {shown.map((section) => (
          <li key={section.key}>
            <a
              href={`/${language}/console${section.path}`}
              aria-current={section === current ? 'true' : undefined}
              className="-mb-px block border-b-2 border-transparent py-2 text-ink-soft hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t(`sections.${section.key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page in the other languages. */
export function ConsoleLanguages() {
  const language = useLocale();
  return <LanguageLinks path={usePathname().slice(`/${language}`.length)} />;
}
