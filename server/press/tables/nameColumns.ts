import { languages, type Names } from '#domain/languages.ts';
import { spreadsheetText } from './spreadsheetText.ts';
import type { Column } from './table.ts';

const spoken = { kk: 'Kazakh', ru: 'Russian', en: 'English' } as const;

/** A column a language. */
export function nameColumns<Row>(names: (row: Row) => Names): Column<Row>[] {
  return languages.map((language) => ({
    name: `name_${language}`,
    type: 'string',
    description: `Name in ${spoken[language]}; where it begins like a formula (= + - @), an apostrophe stands before it`,
    required: true,
    cell: (row) => spreadsheetText(names(row)[language]),
  }));
}
