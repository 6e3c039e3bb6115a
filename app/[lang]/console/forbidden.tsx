import { getLocale, getTranslations } from 'next-intl/server';

/** A staff page that is not for this person's role or region. */
export default async function ForbiddenPage() {
  const [language, t] = await Promise.all([getLocale(), getTranslations('console.forbidden')]);
  return (
    <div className="max-w-[65ch]">
      <h1 className="text-xl font-bold">{t('title')}</h1>
      <p className="mt-3">{t('text')}</p>
      <p className="mt-3">
        <a className="link" href={`/${language}/console`}>
          {t('home')}
        </a>
      </p>
    </div>
  );
}
