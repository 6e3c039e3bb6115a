import { useLocale, useTranslations } from 'next-intl';

const sections = [
  { key: 'turnout', path: '' },
  { key: 'results', path: '/results' },
  { key: 'status', path: '/status' },
  { key: 'press', path: '/press' },
] as const;
export type Section = (typeof sections)[number]['key'];

/** The parts of the site, the one of the page marked. */
export function SectionLinks({ section }: { section?: Section | undefined }) {
  const t = useTranslations('site.sections');
  const language = useLocale();
  return (
    <nav aria-label={t('label')} className="container-page print:hidden">
      <ul className="mb-4 flex flex-wrap gap-x-4 border-b border-hairline sm:gap-x-6">
        {sections.map(({ key, path }) => (
          <li key={key}>
            <a
              href={`/${language}${path}`}
              aria-current={key === section ? 'true' : undefined}
              className="-mb-px block border-b-2 border-transparent py-2 text-ink-soft hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
