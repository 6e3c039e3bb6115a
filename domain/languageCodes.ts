export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language of a code, or null where the board does not speak it. */
export function findLanguage(code: string): Language | null {
  return languages.find((language) => language === code) ?? null;
}

/** The language of a code; Kazakh where the board does not speak it. */
export function languageOr(code: string, otherwise: Language = 'kk'): Language {
  return findLanguage(code) ?? otherwise;
}
