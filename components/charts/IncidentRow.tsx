import { useLocale, useTranslations } from 'next-intl';
import { formatCount } from '#components/format/format.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { numberLink, severityBars } from './IncidentBars.tsx';
import type { Band } from './incidentBands.ts';
import { useIncidentSentence } from './useIncidentSentence.ts';

/** The others are on the status page. */
const mostInRow = 8;

/** The numbers of incidents in a row, where they do not fit beside their bars. */
export function IncidentRow({ bands, timeZone }: { bands: readonly Band[]; timeZone: string }) {
  const t = useTranslations('charts');
  const language = languageOr(useLocale());
  const sentenceOf = useIncidentSentence(timeZone);
  const hidden = Math.max(0, bands.length - mostInRow);
  return (
    <ul className="flex flex-wrap gap-x-4">
      {hidden > 0 && (
        <li>
          <a className="link inline-flex min-h-8 items-center" href={`/${language}/status`}>
            {t('earlierIncidents', { number: formatCount(language, hidden) })}
          </a>
        </li>
      )}
      {bands.slice(hidden).map((band) => (
        <li key={band.mark.id}>
          <a
            href={`/${language}/status#${band.mark.id}`}
            aria-label={sentenceOf(band)}
            className="group/incident flex min-h-8 items-center gap-1.5 rounded-xs focus-visible:outline-2"
          >
            <span aria-hidden="true" className={`w-3 rounded-xs ${severityBars[band.mark.severity]}`} />
            <span className={numberLink}>{band.mark.id}</span>
            {band.isOpen && <span className="text-ink-soft">{t('incidentOpen')}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
