import { useLocale, useTranslations } from 'next-intl';
import { textIn } from '#domain/incidents/textIn.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { Band } from './incidentBands.ts';
import { useElectionFormat } from './useElectionFormat.ts';

/** An incident in a sentence: number, severity, title, from when to when. */
export function useIncidentSentence(timeZone: string): (band: Band) => string {
  const t = useTranslations('charts');
  const tStatus = useTranslations('status');
  const language = languageOr(useLocale());
  const format = useElectionFormat(timeZone);
  return ({ mark: { id, severity, title, openedAt, resolvedAt } }) => {
    const words = { id, severity: tStatus(`severity.${severity}`), title: textIn(title, language).text };
    const from = format.moment(Date.parse(openedAt));
    return resolvedAt === null
      ? t('incidentSince', { ...words, from })
      : t('incidentLasted', { ...words, from, to: format.moment(Date.parse(resolvedAt)) });
  };
}
