'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/Notice.tsx';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('states');
  return (
    <>
      <SiteHeader electionName={t('unavailable.name')} path="" isTest={false} />
      <Notice title={t('error.title')} text={t('error.text')}>
        <button type="button" className="link" onClick={retry}>
          {t('error.retry')}
        </button>
      </Notice>
    </>
  );
}
