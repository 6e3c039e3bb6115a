import { useTranslations } from 'next-intl';
import { Section } from '#components/press/Section.tsx';
import type { SchemaPart } from '../../../api/openapi/documentParts.ts';

/** Every schema by its name, its fields behind it. */
export function SchemaList({ schemas }: { schemas: readonly SchemaPart[] }) {
  const t = useTranslations('pressApi');
  return (
    <Section id="schemas" title={t('schemas')}>
      <div lang="en" className="mt-3 divide-y divide-hairline border-y border-hairline text-sm">
        {schemas.map(({ name, fields }) => (
          <details key={name}>
            <summary className="cursor-pointer py-2">
              <code>{name}</code>
            </summary>
            {/* Inside, so that browsers open what a link leads to. */}
            <dl id={`schema-${name}`} className="scroll-mt-12 pb-3">
              {fields.map((field) => (
                <div key={field.name} className="grid gap-x-6 py-1 lg:grid-cols-[12rem_1fr_1.5fr]">
                  <dt>
                    <code className="wrap-anywhere">{field.name}</code>
                  </dt>
                  <dd>
                    <code className="wrap-anywhere text-ink-soft">{field.type}</code>
                  </dd>
                  <dd className="text-ink-soft">{field.description}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </div>
    </Section>
  );
}
