import { getLocale, getTranslations } from 'next-intl/server';
import { EmbedNotice } from '#components/embed/EmbedNotice.tsx';

export default async function NotFoundPage() {
  const t = await getTranslations('embed');
  return (
    <EmbedNotice title={t('notFound')}>
      <a className="link" href={`/${await getLocale()}`} target="_blank" rel="noopener">
        {t('source')}
      </a>
    </EmbedNotice>
  );
}
