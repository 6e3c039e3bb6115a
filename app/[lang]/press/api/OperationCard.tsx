import { useTranslations } from 'next-intl';
import { Section } from '#components/press/Section.tsx';
import type { OperationPart } from '../../../api/openapi/documentParts.ts';
import { SchemaLink } from './SchemaLink.tsx';

/** One address: what it is asked with and what it answers. The document speaks English. */
export function OperationCard({ operation }: { operation: OperationPart }) {
  const t = useTranslations('pressApi');
  const { id, path, summary, parameters, mediaType, schema, example } = operation;
  return (
    <Section id={id} title={`GET ${path}`} className="lg:col-span-6">
      <p lang="en" className="mt-2 max-w-[65ch]">
        {summary}
      </p>
      {parameters.length > 0 && (
        <>
          <h3 className="mt-4 text-sm font-semibold">{t('parameters')}</h3>
          <dl lang="en" className="mt-1 divide-y divide-hairline border-y border-hairline text-sm">
            {parameters.map(({ name, description }) => (
              <div key={name} className="grid gap-x-4 py-2 sm:grid-cols-[6rem_1fr]">
                <dt>
                  <code>{name}</code>
                </dt>
                <dd className="text-ink-soft">{description}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="mt-4 text-sm">
        {t('answer')} <code>{mediaType}</code>
        {schema && (
          <>
            {', '}
            <SchemaLink name={schema} />
          </>
        )}
      </p>
      {example !== undefined && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1 text-sm">{t('example')}</summary>
          <pre className="mt-1 rounded bg-turnout-0 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
            <code>{JSON.stringify(example, null, 2)}</code>
          </pre>
        </details>
      )}
    </Section>
  );
}
