import '../globals.css';
import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { themeScript } from '#components/ui/theme.ts';
import { ConnectPolicy } from '../ConnectPolicy.tsx';
import { fontClasses } from '../fonts.ts';
import { messagesForBrowsers } from '../messages.ts';

/** Made when first asked for: the site is built without a database. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('states.unavailable');
  return { title: t('name'), formatDetection: { telephone: false } };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#0b1220' },
  ],
};

export default async function Layout({ children }: { children: React.ReactNode }) {
  const locale = await getLocale();
  const messages = await getMessages();
  return (
    <html lang={locale} className={fontClasses} suppressHydrationWarning>
      <head>
        <ConnectPolicy />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <NextIntlClientProvider messages={messagesForBrowsers(messages)}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
