import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { IncidentDetail } from '#domain/incidents/staffIncident.ts';
import { useDuration, useSeconds } from '../useDuration.ts';
import { Written } from '../Written.tsx';

interface Props {
  incident: IncidentDetail;
  electionMs: number;
  format: Format;
}

/** When what happened to it, who has it, and what it is known by. */
export function IncidentFacts({ incident, electionMs, format }: Props) {
  const t = useTranslations('incidents');
  const seconds = useSeconds();
  const duration = useDuration();
  const openedMs = Date.parse(incident.openedAt);
  const when = (instant: string) => format.clock(Date.parse(instant), electionMs);
  const { acknowledgedAt, acknowledgedName, resolvedAt, outcome, duplicateOf, evidence, links } = incident;
  const facts: [string, React.ReactNode][] = [
    [t('detail.opened'), `${when(incident.openedAt)}, ${t(`source.${incident.source}`, { name: incident.openedBy })}`],
    [
      t('detail.acknowledged'),
      acknowledgedAt === null
        ? resolvedAt === null
          ? t('waits', { duration: seconds((electionMs - openedMs) / 1_000) })
          : t('detail.neverAcknowledged')
        : t('detail.acknowledgedBy', {
            when: when(acknowledgedAt),
            name: acknowledgedName ?? '',
            duration: seconds((Date.parse(acknowledgedAt) - openedMs) / 1_000),
          }),
    ],
    [t('detail.assignee'), incident.assigneeName ?? t('detail.nobody')],
    resolvedAt === null
      ? [t('detail.lasts'), duration(electionMs - openedMs)]
      : [
          t('detail.resolved'),
          `${when(resolvedAt)}, ${t(`outcome.${outcome ?? 'fixed'}`, { id: duplicateOf ?? '' })}, ${t('lasted', {
            duration: seconds((Date.parse(resolvedAt) - openedMs) / 1_000),
          })}`,
        ],
  ];
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
        {links.length > 0 && (
          <>
            <dt className="text-ink-soft">{t('detail.links')}</dt>
            <dd>
              {links.map((link) => (
                <a key={link.id} href={`#${link.id}`} className="link block py-1">
                  {link.id} <Written text={link.title} />
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
      {evidence !== null && (
        <details>
          <summary className="w-fit cursor-pointer py-1 text-sm">{t('detail.evidence')}</summary>
          <pre className="overflow-x-auto rounded border border-hairline p-2 text-sm [overflow-wrap:anywhere] whitespace-pre-wrap">
            {JSON.stringify(evidence, null, 2)}
          </pre>
        </details>
      )}
    </>
  );
}
