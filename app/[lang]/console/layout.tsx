import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import { ConsoleHeader } from '#components/console/ConsoleHeader.tsx';
import { findPageStaff } from '../../auth/readStaffPage.ts';
import { messagesForStaff } from '../../messages.ts';
import { readConsoleHead } from '../../readConsole.ts';

/** Made for whoever asks, and kept by nobody. */
export const dynamic = 'force-dynamic';

/** The frame of the console. Each page checks by itself who asks (`requireStaffPage`): a layout is no gate. */
export default async function ConsoleLayout({ children }: LayoutProps<'/[lang]/console'>) {
  const [staff, locale, messages] = await Promise.all([findPageStaff(), getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider messages={messagesForStaff(messages)}>
      {staff && <ConsoleHeader {...(await readConsoleHead(staff, locale))} />}
      <main id="content" className="container-page py-6">
        {children}
      </main>
    </NextIntlClientProvider>
  );
}
