import { useTranslations } from 'next-intl';
import type { PressContent } from './content.ts';
import { Section } from './Section.tsx';

export function KeySection({ keys }: { keys: PressContent['keys'] }) {
  const t = useTranslations('press.check.key');
  return (
    <Section id="key" title={t('title')} className="lg:col-span-6">
      <p className="mt-2 max-w-[65ch]">{t('lead')}</p>
      {keys.length === 0 && <p className="mt-3 font-medium">{t('none')}</p>}
      {keys.map(({ id, publicKeyPem }, index) => (
        <div key={id} className="mt-4">
          <p>
            <span className="block text-ink-soft">{t('id')}</span>
            <code className="text-lg font-semibold break-all">{id}</code>
          </p>
          <pre className="mt-2 rounded bg-turnout-0 p-3 text-sm break-all whitespace-pre-wrap">
            <code>{publicKeyPem.trim()}</code>
          </pre>
          {index === 0 && (
            <p className="mt-2">
              <a className="link inline-block py-1" href="/api/v1/key.pem">
                {t('file')}
              </a>
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}
