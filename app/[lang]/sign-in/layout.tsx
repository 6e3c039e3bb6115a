import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';
import { languageOr } from '#domain/languageCodes.ts';
import { messagesForStaff } from '../../messages.ts';
import { findElection } from '../../readBoardPage.ts';

/** Made for whoever asks, and kept by nobody. */
export const dynamic = 'force-dynamic';

export default async function SignInLayout({ children }: LayoutProps<'/[lang]/sign-in'>) {
  const [election, locale, messages, t] = await Promise.all([
    findElection(),
    getLocale(),
    getMessages(),
    getTranslations('console'),
  ]);
  return (
    <NextIntlClientProvider messages={messagesForStaff(messages)}>
      <SiteHeader
        electionName={election?.names[languageOr(locale)] ?? t('title')}
        path="/sign-in"
        isTest={election?.isTest ?? false}
      />
      <main id="content" className="container-page py-8">
        <div className="card mx-auto max-w-md p-6">{children}</div>
      </main>
    </NextIntlClientProvider>
  );
}
