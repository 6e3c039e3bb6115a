import { useLocale, useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { ApiLimits } from './content.ts';
import { Section } from './Section.tsx';

const editions = '/api/v1/editions.json';
const addresses = [
  { key: 'editions', path: editions, href: editions },
  { key: 'newest', path: '/api/v1/results/{path}', href: null },
  { key: 'fixed', path: '/api/v1/editions/{number}/{path}', href: null },
  { key: 'search', path: '/api/v1/candidacies?q=', href: null },
  { key: 'atom', path: '/api/v1/feed.atom', href: '/api/v1/feed.atom' },
  { key: 'key', path: '/api/v1/key.pem', href: '/api/v1/key.pem' },
  { key: 'openapi', path: '/api/v1/openapi.json', href: '/api/v1/openapi.json' },
] as const;

/** Every address of the API, and how often it may be asked. */
export function ApiSection({ limits, format }: { limits: ApiLimits; format: Format }) {
  const t = useTranslations('press.api');
  const language = useLocale();
  const { pointsPerMinute, request, search, feed, megabyte } = limits;
  return (
    <Section id="api" title={t('title')}>
      <p className="mt-2 max-w-[65ch]">{t('lead')}</p>
      <dl className="mt-4 divide-y divide-hairline border-y border-hairline">
        {addresses.map(({ key, path, href }) => (
          <div key={key} className="grid gap-x-6 gap-y-1 py-2 lg:grid-cols-[20rem_1fr]">
            <dt className="py-1">
              {href ? (
                <a className="link" href={href}>
                  <code>{path}</code>
                </a>
              ) : (
                <code className="break-all">{path}</code>
              )}
            </dt>
            <dd className="py-1 text-ink-soft">
              {key === 'editions' ? t.rich(key, { next: () => <code>?since=</code> }) : t(key)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-[65ch]">
        {t('limits', {
          points: format.count(pointsPerMinute),
          request: format.count(request),
          search: format.count(search),
          feed: format.count(feed),
          megabyte: format.count(megabyte),
        })}
      </p>
      <p className="mt-3">
        <a className="link font-medium" href={`/${language}/press/api`}>
          {t('docs')}
        </a>
      </p>
    </Section>
  );
}
