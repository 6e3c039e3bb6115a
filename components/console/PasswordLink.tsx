'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ShownOnce } from './ShownOnce.tsx';

/** The link that is shown once, to be given to its person. */
export function PasswordLink({ secret, name }: { secret: string; name: string }) {
  const t = useTranslations('console.people');
  const link = `${window.location.origin}/${useLocale()}/sign-in/password#${secret}`;
  return <ShownOnce title={t('link')} text={t('linkText', { name })} secret={link} />;
}
