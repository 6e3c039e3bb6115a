import { languages, type Names } from '#domain/languages.ts';

/** A text in every language. */
export function internationalText(names: Names) {
  return {
    '@type': 'ElectionResults.InternationalizedText',
    Text: languages.map((language) => ({
      '@type': 'ElectionResults.LanguageString',
      Content: names[language],
      Language: language,
    })),
  };
}

/** What the format has no field for: `type` says what it is, in our words. */
export function otherIdentifier(type: string, value: string, label?: string) {
  return {
    '@type': 'ElectionResults.ExternalIdentifier',
    Type: 'other',
    OtherType: type,
    Value: value,
    ...(label !== undefined && { Label: label }),
  };
}
