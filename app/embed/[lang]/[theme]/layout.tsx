import '../../../globals.css';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { ConnectPolicy } from '../../../ConnectPolicy.tsx';
import { fontClasses } from '../../../fonts.ts';
import { pickMessages } from '../../../messages.ts';

/** Where scripts do not run, the page is asked for again (seconds). */
const refreshSeconds = 60;

/** Made when first asked for: the site is built without a database. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('states.unavailable');
  return { title: t('name'), robots: { index: false }, formatDetection: { telephone: false } };
}

/** A page inside a page of others: nothing around the figures, no cookie, no storage; the theme is in the path. */
export default async function Layout({ children, params }: LayoutProps<'/embed/[lang]/[theme]'>) {
  const { theme } = await params;
  const messages = await getMessages();
  return (
    <html lang={await getLocale()} className={fontClasses} data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <ConnectPolicy />
        <noscript>
          <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      </head>
      <body>
        <NextIntlClientProvider messages={pickMessages(messages, ['states'])}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
