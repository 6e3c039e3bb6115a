import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SignInForm } from '#components/console/SignInForm.tsx';
import { isSignInOpen } from '../../auth/auth.ts';
import { nextPath } from '../../auth/nextPath.ts';
import { findPageStaff } from '../../auth/readStaffPage.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('console.signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<'/[lang]/sign-in'>) {
  if (!isSignInOpen()) return <SignInClosed />;
  const { next: asked } = await searchParams;
  const next = nextPath(typeof asked === 'string' ? asked : undefined, await getLocale());
  if (await findPageStaff()) redirect(next);
  return <SignInForm next={next} />;
}

async function SignInClosed() {
  const t = await getTranslations('console.signIn');
  return (
    <>
      <h1 className="text-xl font-bold">{t('closedTitle')}</h1>
      <p className="mt-3">{t('closedText')}</p>
    </>
  );
}
