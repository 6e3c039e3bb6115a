import { useLocale } from 'next-intl';
import type { TimelineText } from '#domain/incidents/incident.ts';
import { textIn } from '#domain/incidents/textIn.ts';
import { languageOr } from '#domain/languageCodes.ts';

/** A text in the reader's language, or in one it was written in, marked as such for who reads it aloud. */
export function Written({ text }: { text: TimelineText }) {
  const language = languageOr(useLocale());
  const found = textIn(text, language);
  return (
    <span lang={found.language === language ? undefined : found.language} className="[overflow-wrap:anywhere]">
      {found.text}
    </span>
  );
}
