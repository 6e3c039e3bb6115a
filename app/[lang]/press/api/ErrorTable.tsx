import { useTranslations } from 'next-intl';
import { Section } from '#components/press/Section.tsx';
import type { ErrorPart } from '../../../api/openapi/documentParts.ts';

/** What an address answers where it does not answer what was asked. */
export function ErrorTable({ errors }: { errors: readonly ErrorPart[] }) {
  const t = useTranslations('pressApi');
  return (
    <Section id="errors" title={t('errors')}>
      <dl lang="en" className="mt-3 divide-y divide-hairline border-y border-hairline text-sm">
        {errors.map(({ status, description, example }) => (
          <div key={status} className="grid gap-x-6 gap-y-1 py-2 lg:grid-cols-[4rem_1fr_1fr]">
            <dt className="font-semibold tabular-nums">{status}</dt>
            <dd className="text-ink-soft">{description}</dd>
            <dd>{example !== undefined && <code className="wrap-anywhere">{JSON.stringify(example)}</code>}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
