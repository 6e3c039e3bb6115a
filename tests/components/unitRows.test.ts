import { describe, expect, test } from 'vitest';
import {
  compareNames,
  foldName,
  nextSorting,
  searchRows,
  sortRows,
  type UnitRow,
} from '#components/turnout/unitRows.ts';
import { noFigures } from '#domain/turnout.ts';

function row(code: string, names: { kk: string; ru: string; en: string }, figures: Partial<UnitRow> = {}): UnitRow {
  return { ...noFigures, code, names, name: names.kk, heldUnits: 0, votedByHour: null, ...figures };
}

const karaganda = row(
  'KZ-KAR',
  { kk: 'Қарағанды облысы', ru: 'Карагандинская область', en: 'Karaganda Region' },
  { eligible: 100, voted: 60 },
);
const oskemen = row(
  'KZ-OSK',
  { kk: 'Өскемен қаласы', ru: 'город Усть-Каменогорск', en: 'Oskemen City' },
  { eligible: 1_000, voted: 450 },
);
const otyrar = row(
  'KZ-OTR',
  { kk: 'Отырар ауданы', ru: 'Отрарский район', en: 'Otyrar District' },
  { eligible: 0, voted: 0 },
);
const rows = [oskemen, karaganda, otyrar];
const codes = (list: UnitRow[]) => list.map(({ code }) => code);

describe('search', () => {
  test.each([
    ['караганд', ['KZ-KAR']],
    ['ҚАРАҒАНДЫ', ['KZ-KAR']],
    ['карағанды', ['KZ-KAR']],
    ['oskemen', ['KZ-OSK']],
    ['  Усть каменогорск ', ['KZ-OSK']],
    ['оскемен', ['KZ-OSK']],
    ['district otyrar', ['KZ-OTR']],
    ['', ['KZ-OSK', 'KZ-KAR', 'KZ-OTR']],
    ['Astana', []],
  ])('%j finds %j whatever the language of the page', (query, expected) => {
    expect(codes(searchRows(rows, query))).toEqual(expected);
  });

  test('a name without its Kazakh letters is found by them and the other way round', () => {
    expect(foldName('Өскемен')).toBe(foldName('Оскемен'));
    expect(foldName('Шығыс Қазақстан')).toBe('шыгыс казакстан');
  });
});

describe('sorting', () => {
  test('nothing chosen keeps the order of the package', () => {
    expect(sortRows(rows, null, 'kk')).toEqual(rows);
  });

  test('names in Kazakh stand in the Kazakh alphabet', () => {
    expect(
      ['Өскемен', 'Отырар', 'Қарағанды', 'Көкшетау', 'Әулиекөл', 'Бөрлі', 'Алматы'].sort((a, b) =>
        compareNames(a, b, 'kk'),
      ),
    ).toEqual(['Алматы', 'Әулиекөл', 'Бөрлі', 'Көкшетау', 'Қарағанды', 'Отырар', 'Өскемен']);
  });

  test('turnout is compared exactly, and units without voters come last from the top', () => {
    const almost = row('A', { kk: 'А', ru: 'А', en: 'A' }, { eligible: 100_000, voted: 44_999 });
    expect(codes(sortRows([...rows, almost], { column: 'turnout', direction: 'descending' }, 'kk'))).toEqual([
      'KZ-KAR',
      'KZ-OSK',
      'A',
      'KZ-OTR',
    ]);
  });

  test('figures go down at the first press, names up, and a second press turns them', () => {
    const first = nextSorting(null, 'voted');
    expect(first).toEqual({ column: 'voted', direction: 'descending' });
    expect(nextSorting(first, 'voted').direction).toBe('ascending');
    expect(nextSorting(first, 'name')).toEqual({ column: 'name', direction: 'ascending' });
  });

  test('rows given are not reordered in place', () => {
    const given = [...rows];
    sortRows(given, { column: 'voted', direction: 'ascending' }, 'ru');
    expect(given).toEqual(rows);
  });
});
