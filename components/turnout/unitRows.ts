import type { BoardRow } from '#domain/board.ts';
import type { Language, Names } from '#domain/languages.ts';
import { votedOfEligible } from '#domain/ratio.ts';

export const sortColumns = ['name', 'electorate', 'authorized', 'voted', 'turnout'] as const;
export type SortColumn = (typeof sortColumns)[number];
export interface Sorting {
  column: SortColumn;
  direction: 'ascending' | 'descending';
}

/** A row of the table: figures under their name, in every language for the search. */
export interface UnitRow extends BoardRow {
  name: string;
  names: Names;
  votedByHour: number[] | null;
}

/** Names go up first, figures down. */
export function nextSorting(current: Sorting | null, column: SortColumn): Sorting {
  const first = column === 'name' ? 'ascending' : 'descending';
  if (current?.column !== column) return { column, direction: first };
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** Sorted copy; equal rows keep their order. The package's own order where nothing is chosen. */
export function sortRows(rows: readonly UnitRow[], sorting: Sorting | null, language: Language): UnitRow[] {
  if (!sorting) return [...rows];
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const { column } = sorting;
  if (column === 'name') return [...rows].sort((a, b) => sign * compareNames(a.name, b.name, language));
  return [...rows].sort((a, b) => sign * (figure(a, column) - figure(b, column)));
}

function figure(row: UnitRow, column: Exclude<SortColumn, 'name'>): number {
  switch (column) {
    case 'electorate':
      return row.eligible + row.specialList;
    case 'authorized':
      return row.authorized;
    case 'voted':
      return row.voted;
    case 'turnout':
      // Exact: rows that print the same percentage still stand in their order.
      return votedOfEligible(row) === null ? -1 : row.voted / (row.eligible + row.specialList);
  }
}

// Browsers have no Kazakh collation; the Russian alphabet is in the Kazakh one in the same order.
const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

export function compareNames(a: string, b: string, language: Language): number {
  if (language === 'en') return a.localeCompare(b, 'en');
  const left = [...a.toLowerCase()];
  const right = [...b.toLowerCase()];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = letterRank(left[i] ?? '') - letterRank(right[i] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function letterRank(letter: string): number {
  const index = alphabet.indexOf(letter);
  return index < 0 ? (letter.codePointAt(0) ?? 0) - 0x110000 : index;
}

const plainLetters: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
  й: 'и',
};

/** Without case, marks and Kazakh letters, as typed on a keyboard that lacks them. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[әғқңөұүһіёй]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Rows whose name in any language holds every word of the query. */
export function searchRows(rows: readonly UnitRow[], query: string): UnitRow[] {
  const words = foldName(query).split(' ').filter(Boolean);
  if (words.length === 0) return [...rows];
  return rows.filter((row) => {
    const text = foldName(`${row.names.kk} ${row.names.ru} ${row.names.en}`);
    return words.every((word) => text.includes(word));
  });
}
