import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { clearMark, severityMarks } from '#components/incidents/looks.ts';
import { useDuration, useSeconds } from '#components/incidents/useDuration.ts';
import { Written } from '#components/incidents/Written.tsx';
import { severityList } from '#domain/incidents/categoryList.ts';
import { type AgeCounts, ageSteps, countAll } from '#domain/overview/ages.ts';
import type { OpenIncident, Overview } from '#domain/overview/overview.ts';
import { Card } from './Card.tsx';

interface Props {
  incidents: Overview['incidents'];
  electionMs: number;
  placeNames(codes: readonly string[]): string;
  format: Format;
  className?: string;
}

/** What is open: how many of each severity for how long, and which; the worst first, then the oldest. */
export function OpenIncidents({ incidents, electionMs, placeNames, format, className = '' }: Props) {
  const t = useTranslations('overview.incidents');
  const { ages, rows } = incidents;
  const total = countAll(ages);
  const href = `/${format.language}/console/incidents`;
  return (
    <Card
      title={t('title')}
      className={className}
      aside={
        <a className="link" href={href}>
          {t('all')}
        </a>
      }
    >
      {total === 0 ? (
        <p className="flex items-center gap-2 px-3 pt-1 pb-3">
          <span aria-hidden className={`size-3 shrink-0 ${clearMark}`} />
          {t('none')}
        </p>
      ) : (
        <>
          <Ages ages={ages} format={format} />
          <ol
            aria-label={t('list')}
            className="relative divide-y divide-hairline overflow-y-auto border-t border-hairline xl:min-h-0 xl:flex-1"
          >
            {rows.map((incident) => (
              <li key={incident.id}>
                <Row {...{ incident, electionMs, placeNames }} href={`${href}#${incident.id}`} />
              </li>
            ))}
          </ol>
          {total > rows.length && (
            <p className="border-t border-hairline px-3 py-1.5 text-sm text-ink-soft">
              {t('more', { number: format.count(total - rows.length) })}
            </p>
          )}
        </>
      )}
    </Card>
  );
}

function Ages({ ages, format }: { ages: AgeCounts; format: Format }) {
  const t = useTranslations('overview.incidents');
  const tStatus = useTranslations('status');
  return (
    <table className="mx-3 mb-2 text-sm whitespace-nowrap tabular-nums">
      <caption className="sr-only">{t('ages')}</caption>
      <thead className="text-ink-soft">
        <tr>
          <td />
          {ageSteps.map((step) => (
            <th key={step} scope="col" className="pl-1.5 text-right font-normal">
              {t(`age.${step}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {severityList.map((severity) => (
          <tr key={severity}>
            <th scope="row" className="text-left font-normal">
              <span aria-hidden className={`mr-2 inline-block size-2.5 ${severityMarks[severity]}`} />
              {tStatus(`severity.${severity}`)}
            </th>
            {ages[severity].map((count, index) => (
              <td
                key={ageSteps[index]}
                className={`pl-1.5 text-right ${count === 0 ? 'text-ink-soft' : severity === 'critical' ? 'font-bold text-critical' : 'font-bold'}`}
              >
                {count === 0 ? '·' : format.count(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<Props, 'electionMs' | 'placeNames'> {
  incident: OpenIncident;
  href: string;
}

function Row({ incident, electionMs, placeNames, href }: RowProps) {
  const t = useTranslations('overview.incidents');
  const tStatus = useTranslations('status');
  const duration = useDuration();
  const seconds = useSeconds();
  const { id, severity, state, title, unitCodes, openedAt, acknowledgedAt, isPublic } = incident;
  const who = incident.assigneeName ?? incident.acknowledgedName;
  const ageMs = electionMs - Date.parse(openedAt);
  const facts = [id, placeNames(unitCodes), ...(isPublic ? [] : [t('internal')])];
  return (
    <a
      href={href}
      data-row={id}
      className="grid grid-cols-[auto_1fr] gap-x-3 px-3 py-2 hover:bg-turnout-0 focus-visible:-outline-offset-2"
    >
      <span aria-hidden className={`mt-1.5 size-3 ${severityMarks[severity]}`} />
      <span className="line-clamp-2 min-w-0 leading-snug font-medium">
        <span className="sr-only">{tStatus(`severity.${severity}`)}: </span>
        <Written text={title} />
      </span>
      <span className="col-start-2 text-sm leading-5 text-ink-soft tabular-nums">
        <strong className={`font-semibold ${severity === 'critical' ? 'text-critical' : 'text-ink'}`}>
          {duration(ageMs)}
        </strong>{' '}
        · {facts.join(' · ')} ·{' '}
        {acknowledgedAt === null ? (
          <strong className="font-semibold text-critical">{t('waits', { time: seconds(ageMs / 1_000) })}</strong>
        ) : (
          <>
            {tStatus(`state.${state}`)}
            {who !== null && <> · {who}</>}
          </>
        )}
      </span>
    </a>
  );
}
