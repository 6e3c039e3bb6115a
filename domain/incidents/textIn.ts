import { type Language, languages } from '../languageCodes.ts';
import type { TimelineText } from './incident.ts';

/** The text in the reader's language, or in the first it was written in. */
export function textIn(text: TimelineText, language: Language): { text: string; language: Language } {
  for (const candidate of [language, ...languages]) {
    const found = text[candidate];
    if (found) return { text: found, language: candidate };
  }
  return { text: '', language };
}
