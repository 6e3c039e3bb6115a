import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, nextTile } from '#components/map/nextTile.ts';
import { softHyphens } from '#components/map/softHyphens.ts';
import { codeTail, tileNames } from '#components/map/tileNames.ts';
import { stepBorders, stepOf, turnoutSteps, wholePercent } from '#components/map/turnoutSteps.ts';

const somePermilles = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });

describe('steps of turnout', () => {
  it('tell turnouts of 40 to 60 % apart in steps of 3 points', () => {
    expect(turnoutSteps([445, 501, 617])).toEqual({ from: 42, width: 3 });
    expect(stepOf(445, { from: 42, width: 3 })).toBe(0);
    expect(stepOf(617, { from: 42, width: 3 })).toBe(6);
  });

  it('hold every figure between the borders the legend names', () => {
    fc.assert(
      fc.property(somePermilles, (permilles) => {
        const steps = turnoutSteps(permilles);
        const borders = stepBorders(steps);
        for (const permille of permilles) {
          const border = borders[stepOf(permille, steps)]!;
          expect(permille / 10).toBeGreaterThanOrEqual(border.from);
          expect(permille / 10).toBeLessThanOrEqual(border.to);
        }
        expect(borders.every(({ from, to }) => from >= 0 && from < to && to <= 100)).toBe(true);
      }),
    );
  });

  it('start at zero before anybody has voted', () => {
    expect(turnoutSteps([0, 0, 0])).toEqual({ from: 0, width: 1 });
    expect(stepOf(0, turnoutSteps([0]))).toBe(0);
  });

  it('never round to none or all in whole percent', () => {
    expect([0, 2, 445, 998, 1000].map(wholePercent)).toEqual([0, 1, 45, 99, 100]);
  });
});

describe('arrow keys', () => {
  const tile = (column: number, row: number) => ({ left: column * 100, top: row * 80, width: 94, height: 74 });
  const cells: [number, number][] = [
    [3, 0],
    [4, 0],
    [0, 1],
    [1, 1],
    [3, 1],
    [0, 2],
  ];
  const boxes = cells.map(([column, row]) => tile(column, row));
  const go = (from: number, direction: Direction) => nextTile(boxes, from, direction);

  it('move to the neighbour, and over a hole in the row', () => {
    expect(go(0, 'right')).toBe(1);
    expect(go(0, 'down')).toBe(4);
    expect(go(3, 'right')).toBe(4);
    expect(go(2, 'down')).toBe(5);
  });

  it('stay where nothing lies that way', () => {
    expect(go(0, 'up')).toBeNull();
    expect(go(5, 'down')).toBeNull();
    expect(go(2, 'left')).toBeNull();
  });

  it('always move in the direction of the key', () => {
    const someCells = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
      minLength: 1,
      selector: ([c, r]) => `${c} ${r}`,
    });
    fc.assert(
      fc.property(someCells, fc.nat(), (places, seed) => {
        const all = places.map(([column, row]) => tile(column, row));
        const from = seed % all.length;
        const right = nextTile(all, from, 'right');
        if (right !== null) expect(all[right]!.left).toBeGreaterThan(all[from]!.left);
        const up = nextTile(all, from, 'up');
        if (up !== null) expect(all[up]!.top).toBeLessThan(all[from]!.top);
      }),
    );
  });
});

describe('names on tiles', () => {
  it('drop the kind of unit but keep it where two would be the same', () => {
    expect(tileNames(['Akmola Region', 'Almaty Region', 'Almaty City'])).toEqual([
      'Akmola',
      'Almaty Region',
      'Almaty City',
    ]);
    expect(tileNames(['Ақмола облысы', 'Шымкент қаласы'])).toEqual(['Ақмола', 'Шымкент']);
    expect(tileNames(['Акмолинская область', 'город Шымкент'])).toEqual(['Акмолинская', 'Шымкент']);
  });

  it('shorten to the end of the code', () => {
    expect(codeTail('KZ-AKM')).toBe('AKM');
  });

  it('may break between syllables of long words only, and lose no letter', () => {
    const shown = (name: string) => softHyphens(name).replaceAll('\u00ad', '·');
    expect(shown('Карагандинская')).toBe('Кара·ган·дин·ская');
    expect(shown('Северо-Казахстанская')).toBe('Северо-\nКазах·стан·ская');
    expect(shown('Шымкент')).toBe('Шымкент');
    const someName = fc.string({ unit: fc.constantFrom(...'абвгеёңықскття -'), maxLength: 30 });
    fc.assert(
      fc.property(someName, (name) => {
        expect(softHyphens(name).replaceAll(/[\u00ad\n]/g, '')).toBe(name);
      }),
    );
  });
});
