import { useLocale, useTranslations } from 'next-intl';
import { clearMark, severityMarks } from '#components/incidents/looks.ts';
import { textIn } from '#domain/incidents/textIn.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { IncidentNote } from './incidentBands.ts';
import { useElectionFormat } from './useElectionFormat.ts';

interface Props {
  notes: readonly IncidentNote[];
  /** Of the table. */
  columns: number;
  timeZone: string;
}

/** In the table, above the hour in which it happened: an incident was opened or resolved. */
export function IncidentNotes({ notes, columns, timeZone }: Props) {
  const t = useTranslations('charts');
  const locale = useLocale();
  const format = useElectionFormat(timeZone);
  return notes.map(({ mark, kind, ms }) => (
    <tr key={`${mark.id} ${kind}`} className="border-hairline border-t">
      <td colSpan={columns} className="px-2 py-1.5 text-left @2xl:px-3">
        <span
          aria-hidden="true"
          className={`mr-2 inline-block size-2.5 ${kind === 'resolved' ? clearMark : severityMarks[mark.severity]}`}
        />
        {format.clock(ms)}{' '}
        <a className="link" href={`/${locale}/status#${mark.id}`}>
          {mark.id}
        </a>{' '}
        {kind === 'resolved'
          ? t('incidentResolved')
          : t('incidentOpened', { title: textIn(mark.title, languageOr(locale)).text })}
      </td>
    </tr>
  ));
}
