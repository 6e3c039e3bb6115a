import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';

interface Props {
  version: number;
  format: Format;
  /** How the figures of the page are made, where they are not of turnout. */
  howText?: string;
  children: React.ReactNode;
}

/** How the figures are made, and the same figures as files. */
export function SiteFooter({ version, format, howText, children }: Props) {
  const t = useTranslations('site.footer');
  return (
    <footer className="border-t border-hairline">
      <div className="container-page grid gap-8 py-8 text-sm md:grid-cols-12">
        <div className="max-w-[65ch] md:col-span-8">
          <h2 className="font-semibold">{t('how')}</h2>
          <p className="mt-1 text-ink-soft">{howText ?? t('howText')}</p>
          <p className="mt-2 text-ink-soft">
            {t('times', { zone: format.zoneName })} {t('clock')}
          </p>
        </div>
        <div className="md:col-span-4">
          <h2 className="font-semibold">{t('data')}</h2>
          {children}
          <p className="mt-2 text-ink-soft tabular-nums">{t('version', { version: format.count(version) })}</p>
        </div>
      </div>
    </footer>
  );
}
