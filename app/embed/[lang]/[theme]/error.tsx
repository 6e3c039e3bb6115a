'use client';

import { useTranslations } from 'next-intl';
import { EmbedNotice } from '#components/embed/EmbedNotice.tsx';

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('states.error');
  return (
    <EmbedNotice title={t('title')}>
      <button type="button" className="link" onClick={retry}>
        {t('retry')}
      </button>
    </EmbedNotice>
  );
}
