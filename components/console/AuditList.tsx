import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { type AuditEntry, listAuditChanges } from '#domain/staff/audit.ts';

interface Props {
  entries: AuditEntry[];
  timeZone: string;
  nowMs: number;
}

/** One line who did what to what and when, and under it what changed. */
export function AuditList({ entries, timeZone, nowMs }: Props) {
  const t = useTranslations('console');
  const format = useFormat(timeZone);
  if (entries.length === 0) return <p>{t('audit.empty')}</p>;
  return (
    <ol aria-label={t('audit.list')} className="flex flex-col">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-6 gap-y-1 border-t border-hairline py-3 lg:grid-cols-[14rem_1fr]">
          <div className="text-sm">
            <p className="tabular-nums">
              <span className="text-ink-soft">{entry.id}</span>{' '}
              <time dateTime={entry.at}>{format.clock(Date.parse(entry.at), nowMs)}</time>
            </p>
            <p className="text-ink-soft tabular-nums">
              {t('audit.electionTime', { time: format.short(Date.parse(entry.electionAt)) })}
            </p>
          </div>
          <div className="min-w-0">
            <p>
              <span className="font-medium break-words">{entry.personName}</span>{' '}
              <span className="text-sm text-ink-soft">
                {t.has(`roles.${entry.role}`) ? t(`roles.${entry.role}`) : entry.role}
                {entry.address !== null && `, ${t('audit.from', { address: entry.address })}`}
              </span>
            </p>
            <p className="break-all">
              <code>{entry.action}</code> <code className="text-ink-soft">{entry.object}</code>
            </p>
            <Changes entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('console.audit');
  const changes = listAuditChanges(entry);
  if (changes.length === 0) return null;
  return (
    <dl className="mt-1 grid gap-x-4 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="contents">
          <dt className="break-words text-ink-soft">{field}</dt>
          <dd className="min-w-0 break-words whitespace-pre-wrap">
            {before !== null && (
              <>
                <span className="sr-only">{t('before')} </span>
                <del className="text-ink-soft">{before}</del>
                {after !== null && <span aria-hidden> → </span>}
              </>
            )}
            {after !== null && (
              <>
                <span className="sr-only">{t('after')} </span>
                <ins className="no-underline">{after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
