import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { PublicIncident } from '#domain/incidents/incident.ts';
import { clearMark, severityMarks, severityTexts, stateTexts } from './looks.ts';
import { useDuration } from './useDuration.ts';
import { Written } from './Written.tsx';

interface Props {
  incident: PublicIncident;
  placeNames: (codes: readonly string[]) => string;
  format: Format;
}

/** One incident as the public reads it, with its timeline. */
export function PublicIncidentCard({ incident, placeNames, format }: Props) {
  const t = useTranslations('status');
  const duration = useDuration();
  const { id, category, severity, state, title, unitCodes, openedAt, resolvedAt } = incident;
  const opened = Date.parse(openedAt);
  const isOpen = state !== 'resolved';
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="card p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span aria-hidden className={`size-3 shrink-0 ${isOpen ? severityMarks[severity] : clearMark}`} />
        <span className={`font-semibold ${stateTexts[state]}`}>{t(`state.${state}`)}</span>
        <span className={isOpen ? severityTexts[severity] : ''}>{t(`severity.${severity}`)}</span>
        <span>{t(`category.${category}`)}</span>
        <span>{placeNames(unitCodes)}</span>
        <span className="tabular-nums">{id}</span>
      </p>
      <h3 id={`${id}-title`} className="mt-2 text-base font-semibold">
        <Written text={title} />
      </h3>
      <p className="mt-1 text-sm text-ink-soft tabular-nums">
        {resolvedAt === null
          ? t('since', { when: format.dayAndTime(opened) })
          : t('lasted', {
              from: format.dayAndTime(opened),
              to: format.dayAndTime(Date.parse(resolvedAt)),
              duration: duration(Date.parse(resolvedAt) - opened),
            })}
      </p>
      {incident.isFalseAlarm && <p className="mt-1 text-sm">{t('falseAlarm')}</p>}
      {incident.duplicateOf && <p className="mt-1 text-sm">{t('duplicateOf', { id: incident.duplicateOf })}</p>}
      <Timeline updates={incident.updates} isOpen={isOpen} format={format} />
    </article>
  );
}

function Timeline({
  updates,
  isOpen,
  format,
}: {
  updates: PublicIncident['updates'];
  isOpen: boolean;
  format: Format;
}) {
  const t = useTranslations('status');
  // The first entry without a word says what the line above it says already.
  const told = updates.filter((update, index) => update.text !== null || index < updates.length - 1);
  if (told.length === 0) return null;
  return (
    <details open={isOpen} className="print-open mt-3">
      <summary className="w-fit cursor-pointer py-1 text-sm font-medium">{t('timeline')}</summary>
      <ol className="mt-1 flex max-w-[65ch] flex-col gap-3 border-l-2 border-hairline pl-4">
        {told.map((update) => (
          <li key={update.id} className="text-sm">
            <p className="text-ink-soft tabular-nums">
              {format.dayAndTime(Date.parse(update.at))} · {t(`state.${update.state}`)}
            </p>
            {update.text && (
              <p className="whitespace-pre-line">
                <Written text={update.text} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
