import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { Commands } from '#components/press/Commands.tsx';
import type { PressContent } from '#components/press/content.ts';
import { Section } from '#components/press/Section.tsx';
import { listErrors, listOperations, listSchemas } from '../../../api/openapi/documentParts.ts';
import { rateLimit, requestCosts } from '../../../api/rateLimit.ts';
import { ErrorTable } from './ErrorTable.tsx';
import { FileTable } from './FileTable.tsx';
import { OperationCard } from './OperationCard.tsx';
import { SchemaList } from './SchemaList.tsx';

const points = ['editions', 'following', 'before', 'cache', 'rehearsal'] as const;

/** The API in words and tables, made of the same document as openapi.json. */
export function ApiGuide({ content }: { content: PressContent }) {
  const t = useTranslations('pressApi');
  const format = useFormat(content.election.timeZone);
  const operations = listOperations();
  const document = (chunks: React.ReactNode) => (
    <a className="link" href="/api/v1/openapi.json">
      {chunks}
    </a>
  );
  const back = (
    <a className="link" href={`/${format.language}/press`}>
      {t('back')}
    </a>
  );
  return (
    <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
      <div className="py-2 lg:col-span-12">
        <p className="text-sm">{back}</p>
        <h1 className="mt-1 text-xl leading-tight font-bold">{t('title')}</h1>
        <p className="mt-2 max-w-[65ch]">{t('lead')}</p>
        <p className="mt-2 max-w-[65ch]">{t.rich('document', { document })}</p>
      </div>
      <Section id="start" title={t('start.title')} className="lg:col-span-6">
        <ul className="mt-2 grid max-w-[65ch] list-disc gap-2 pl-5">
          {points.map((point) => (
            <li key={point}>{t.rich(`start.${point}`, { code: (chunks) => <code>{chunks}</code> })}</li>
          ))}
        </ul>
      </Section>
      <Section id="limits" title={t('limits.title')} className="lg:col-span-6">
        <p className="mt-2 max-w-[65ch]">
          {t('limits.text', { points: format.count(rateLimit.points), seconds: format.count(rateLimit.seconds) })}
        </p>
        <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 tabular-nums">
          {(['file', 'list', 'feed', 'search', 'megabyte'] as const).map((cost) => (
            <div key={cost} className="contents">
              <dt className="text-ink-soft">{t(`limits.${cost}`)}</dt>
              <dd className="text-right">{format.count(requestCosts[cost])}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 max-w-[65ch]">{t.rich('limits.headers', { code: (chunks) => <code>{chunks}</code> })}</p>
        <Commands lines={['curl -i --compressed {site}/api/v1/editions.json']} />
      </Section>
      {operations
        .filter(({ tag }) => tag !== 'files')
        .map((operation) => (
          <OperationCard key={operation.id} operation={operation} />
        ))}
      <FileTable operations={operations} />
      <ErrorTable errors={listErrors()} />
      <SchemaList schemas={listSchemas()} />
    </main>
  );
}
