import { useLocale, useTranslations } from 'next-intl';
import { textIn } from '#domain/incidents/textIn.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { CurveSeries } from './curveModel.ts';
import type { Hour } from './hourly.ts';
import { type Band, bandsIn } from './incidentBands.ts';
import { useElectionFormat } from './useElectionFormat.ts';

interface Props {
  ms: number;
  series: CurveSeries;
  hours: Hour[];
  bands: readonly Band[];
  hasOnline: boolean;
  timeZone: string;
}

/** The figures of one moment, or of the hour that holds it. */
export function CurveTooltip({ ms, series, hours, bands, hasOnline, timeZone }: Props) {
  const t = useTranslations('charts');
  const format = useElectionFormat(timeZone);
  const hour = series.mode === 'hourly' ? (hours.findLast((candidate) => candidate.startMs <= ms) ?? null) : null;
  const row = hour ?? series.rows.find((candidate) => candidate.ms === ms);
  if (!row) return null;
  const when = hour
    ? t('hourOf', { day: format.day(hour.startMs), from: format.clock(hour.startMs), to: format.clock(hour.endMs) })
    : format.moment(ms);
  return (
    <div className="rounded border border-hairline bg-surface px-3 py-2 text-ink text-sm">
      <p className="whitespace-nowrap text-ink-soft">{when}</p>
      {hour && !hour.isOver && <p className="whitespace-nowrap text-ink-soft">{t('hourNotOver')}</p>}
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-3 tabular-nums">
        {hasOnline && <Figure name={t('authorized')} value={format.number(row.authorized)} color="var(--authorized)" />}
        <Figure name={t('voted')} value={format.number(row.voted)} color="var(--voted)" />
      </dl>
      <Incidents bands={bandsIn(bands, hour ?? { startMs: ms, endMs: ms })} />
    </div>
  );
}

const namedIncidents = 3;

function Incidents({ bands }: { bands: readonly Band[] }) {
  const t = useTranslations('charts');
  const language = languageOr(useLocale());
  if (bands.length === 0) return null;
  return (
    <ul className="mt-2 max-w-60 border-hairline border-t pt-1 text-ink">
      {bands.slice(0, namedIncidents).map(({ mark }) => (
        <li key={mark.id} className="line-clamp-2 whitespace-normal">
          <strong className={`font-semibold ${mark.severity === 'critical' ? 'text-critical' : 'text-incident'}`}>
            {mark.id}
          </strong>{' '}
          {textIn(mark.title, language).text}
        </li>
      ))}
      {bands.length > namedIncidents && (
        <li className="text-ink-soft">{t('moreIncidents', { number: String(bands.length - namedIncidents) })}</li>
      )}
    </ul>
  );
}

function Figure({ name, value, color }: { name: string; value: string; color: string }) {
  return (
    <>
      <dt className="flex items-center gap-2 whitespace-nowrap">
        <span aria-hidden="true" className="size-2.5 rounded-xs" style={{ background: color }} />
        {name}
      </dt>
      <dd className="whitespace-nowrap text-right font-semibold">{value}</dd>
    </>
  );
}
