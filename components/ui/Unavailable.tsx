import { useTranslations } from 'next-intl';
import { Notice } from './Notice.tsx';
import { SiteHeader } from './SiteHeader.tsx';

/** There is nothing to show yet; the page asks again by itself, with or without scripts. */
export function Unavailable() {
  const t = useTranslations('states.unavailable');
  return (
    <>
      <meta httpEquiv="refresh" content="5" />
      <SiteHeader electionName={t('name')} path="" isTest={false} />
      <Notice title={t('title')} text={t('text')} />
    </>
  );
}
