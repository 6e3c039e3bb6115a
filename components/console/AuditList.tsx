import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { type AuditEntry, listAuditChanges } from '#domain/staff/audit.ts';
import { useAuditWords } from './useAuditWords.ts';

interface Props {
  entries: AuditEntry[];
  /** By code. */
  unitNames: ReadonlyMap<string, string>;
  timeZone: string;
  nowMs: number;
}

/** One line who did what to what and when, and under it what changed; the codes of the log stand in the titles. */
export function AuditList({ entries, unitNames, timeZone, nowMs }: Props) {
  const t = useTranslations('audit');
  const format = useFormat(timeZone);
  const words = useAuditWords(unitNames, format);
  if (entries.length === 0) return <p>{t('empty')}</p>;
  const objectPath = `/${format.language}/console/audit?object=`;
  const [before, after] = [t('before'), t('after')];
  return (
    <ol aria-label={t('list')} className="flex flex-col">
      {entries.map((entry) => {
        const object = words.object(entry);
        const changes = listAuditChanges(entry);
        return (
          <li key={entry.id} className="grid gap-x-6 gap-y-1 border-t border-hairline py-3 lg:grid-cols-[14rem_1fr]">
            <div className="text-sm">
              <p className="tabular-nums">
                <span className="text-ink-soft">{entry.id}</span>{' '}
                <time dateTime={entry.at}>{format.clock(Date.parse(entry.at), nowMs)}</time>
              </p>
              <p className="text-ink-soft tabular-nums">
                {t('electionTime', { time: format.short(Date.parse(entry.electionAt)) })}
              </p>
            </div>
            <div className="min-w-0">
              <p>
                <span className="font-medium break-words">{words.actor(entry)}</span>{' '}
                <span className="text-sm text-ink-soft">
                  {words.role(entry.role)}
                  {entry.address !== null && `, ${t('from', { address: entry.address })}`}
                </span>
              </p>
              <p className="break-words" title={`${entry.action} ${entry.object}`}>
                {words.action(entry.action)}
                {object !== null && (
                  <>
                    {': '}
                    <a className="link" href={objectPath + encodeURIComponent(entry.object)}>
                      {object}
                    </a>
                  </>
                )}
              </p>
              {changes.length > 0 && (
                <dl className="mt-1 grid gap-x-4 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr]">
                  {changes.map((change) => (
                    <div key={change.path} className="contents">
                      <dt className="break-words text-ink-soft" title={change.path}>
                        {words.field(change)}
                      </dt>
                      <dd className="min-w-0 break-words whitespace-pre-wrap">
                        {change.before !== null && (
                          <>
                            <span className="sr-only">{before} </span>
                            <del className="text-ink-soft">{words.value(change.field, change.before, entry)}</del>
                            {change.after !== null && <span aria-hidden> → </span>}
                          </>
                        )}
                        {change.after !== null && (
                          <>
                            {change.before !== null && <span className="sr-only">{after} </span>}
                            <ins className="no-underline">{words.value(change.field, change.after, entry)}</ins>
                          </>
                        )}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
