import { useTranslations } from 'next-intl';
import { mostListed } from '#domain/incidents/listed.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { clearMark, severityMarks } from '../looks.ts';
import { useDuration, useSeconds } from '../useDuration.ts';
import { Written } from '../Written.tsx';

interface Props {
  incidents: readonly StaffIncident[];
  chosen: string | null;
  /** Whether a filter is set. */
  isNarrowed: boolean;
  electionMs: number;
  placeNames(codes: readonly string[]): string;
  onChoose(id: string): void;
}

/** Open ones first, by severity and age. */
export function IncidentRows({ incidents, chosen, isNarrowed, electionMs, placeNames, onChoose }: Props) {
  const t = useTranslations('incidents.list');
  if (incidents.length === 0) return <p className="card mt-3 p-5">{isNarrowed ? t('none') : t('empty')}</p>;
  return (
    <ul
      aria-label={t('label')}
      className="card mt-3 divide-y divide-hairline lg:max-h-[calc(100vh-360px)] lg:overflow-y-auto"
    >
      {incidents.map((incident) => (
        <li key={incident.id} id={`row-${incident.id}`}>
          <button
            type="button"
            aria-current={incident.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(incident.id)}
            className="grid w-full cursor-pointer grid-cols-[auto_1fr] items-baseline gap-x-3 px-3 py-2 text-left hover:bg-turnout-0 aria-[current]:bg-turnout-0 aria-[current]:shadow-[inset_3px_0_0_var(--ink)] lg:grid-cols-[auto_1fr_auto]"
          >
            <Mark incident={incident} />
            <span className="min-w-0 lg:truncate">
              <span className={incident.state === 'resolved' ? '' : 'font-medium'}>
                <Written text={incident.title} />
              </span>
            </span>
            <span className="col-start-2 text-sm text-ink-soft tabular-nums lg:col-start-3 lg:whitespace-nowrap">
              <Standing incident={incident} electionMs={electionMs} />
            </span>
            <Facts incident={incident} placeNames={placeNames} />
          </button>
        </li>
      ))}
      {incidents.length >= mostListed && (
        <li className="px-3 py-2 text-sm text-ink-soft">{t('first', { count: String(mostListed) })}</li>
      )}
    </ul>
  );
}

function Mark({ incident }: { incident: StaffIncident }) {
  const look = incident.state === 'resolved' ? clearMark : severityMarks[incident.severity];
  return <span aria-hidden className={`size-3 ${look}`} />;
}

function Facts({ incident, placeNames }: { incident: StaffIncident; placeNames: Props['placeNames'] }) {
  const t = useTranslations('status');
  const tDesk = useTranslations('incidents');
  const { id, severity, category, state, unitCodes, isPublic } = incident;
  const facts = [
    id,
    t(`severity.${severity}`),
    t(`state.${state}`),
    t(`category.${category}`),
    placeNames(unitCodes),
    tDesk(isPublic ? 'public' : 'internal'),
  ];
  return <span className="col-start-2 text-sm text-ink-soft lg:col-end-4">{facts.join(' · ')}</span>;
}

function Standing({ incident, electionMs }: { incident: StaffIncident; electionMs: number }) {
  const t = useTranslations('incidents');
  const duration = useDuration();
  const seconds = useSeconds();
  const { openedAt, resolvedAt, acknowledgedAt, acknowledgedName, assigneeName } = incident;
  const openedMs = Date.parse(openedAt);
  if (resolvedAt !== null) return t('lasted', { duration: duration(Date.parse(resolvedAt) - openedMs) });
  if (acknowledgedAt === null)
    return (
      <strong className="font-semibold text-critical">
        {t('waits', { duration: seconds((electionMs - openedMs) / 1_000) })}
      </strong>
    );
  return (
    <>
      {t('has', { name: assigneeName ?? acknowledgedName ?? '' })} · {duration(electionMs - openedMs)}
    </>
  );
}
