import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetPasswordForm } from '#components/console/SetPasswordForm.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('console.setPassword');
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** Where one-time links lead; their secret stands behind the `#` and is read in the browser. */
export default async function SetPasswordPage() {
  const t = await getTranslations('console.setPassword');
  return (
    <>
      <h1 className="mb-4 text-xl font-bold">{t('title')}</h1>
      <SetPasswordForm />
    </>
  );
}
