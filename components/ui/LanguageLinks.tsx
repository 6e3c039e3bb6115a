import { useLocale, useTranslations } from 'next-intl';
import { languages } from '#domain/languageCodes.ts';

export const ownNames = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The same page in the other languages. */
export function LanguageLinks({ path }: { path: string }) {
  const t = useTranslations('site');
  const current = useLocale();
  return (
    <nav aria-label={t('languages')}>
      <ul className="flex gap-1 text-sm">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={`/${language}${path}`}
              hrefLang={language}
              lang={language}
              title={ownNames[language]}
              aria-label={ownNames[language]}
              aria-current={language === current ? 'true' : undefined}
              className="flex size-10 items-center justify-center rounded border border-transparent underline-offset-4 hover:underline aria-[current]:border-field aria-[current]:font-semibold"
            >
              {language}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
