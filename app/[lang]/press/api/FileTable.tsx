import { useTranslations } from 'next-intl';
import { Section } from '#components/press/Section.tsx';
import type { OperationPart } from '../../../api/openapi/documentParts.ts';
import { SchemaLink } from './SchemaLink.tsx';

const newest = '/api/v1/results/';

/** Every file of an edition, once: it stands under two addresses. */
export function FileTable({ operations }: { operations: readonly OperationPart[] }) {
  const t = useTranslations('pressApi');
  return (
    <Section id="files" title={t('files.title')}>
      <p className="mt-2 max-w-[65ch]">{t.rich('files.text', { code: (chunks) => <code>{chunks}</code> })}</p>
      <dl lang="en" className="mt-4 divide-y divide-hairline border-y border-hairline text-sm">
        {operations
          .filter(({ path }) => path.startsWith(newest))
          .map(({ path, summary, schema, mediaType }) => (
            <div key={path} className="grid gap-x-6 gap-y-1 py-2 lg:grid-cols-[16rem_1fr_14rem]">
              <dt>
                <code className="wrap-anywhere">{path.slice(newest.length)}</code>
              </dt>
              <dd className="text-ink-soft">{summary}</dd>
              <dd>{schema ? <SchemaLink name={schema} /> : <code>{mediaType}</code>}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
