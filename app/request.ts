import { lang } from 'next/root-params';
import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { languages } from '#domain/languages.ts';
import { loadMessages } from './messages.ts';

export default getRequestConfig(async ({ locale: asked }) => {
  const requested = asked ?? (await lang());
  const locale = hasLocale(languages, requested) ? requested : 'kk';
  return { locale, messages: await loadMessages(locale), timeZone: 'UTC' };
});
