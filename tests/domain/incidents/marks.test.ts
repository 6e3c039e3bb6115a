import { describe, expect, it } from 'vitest';
import { isFileNeeded, withOpened } from '#domain/incidents/followMarks.ts';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import { marksOfUnit } from '#domain/incidents/marksOfUnit.ts';
import type { IncidentBrief, PublicStatus } from '#domain/incidents/publicStatus.ts';

const mark = (id: string, some: Partial<IncidentMark> = {}): IncidentMark => ({
  id,
  severity: 'major',
  title: { en: id },
  unitCodes: [],
  openedAt: '2020-10-02T05:00:00.000Z',
  resolvedAt: null,
  ...some,
});
const brief = (id: string, some: Partial<IncidentBrief> = {}): IncidentBrief => {
  const { resolvedAt: _resolvedAt, ...told } = mark(id);
  return { ...told, category: 'web_site', state: 'investigating', ...some };
};
function status(incidents: IncidentBrief[], some: Partial<PublicStatus> = {}): PublicStatus {
  return {
    version: 1,
    open: { critical: 0, major: incidents.length, minor: 0 },
    incidents,
    cases: { total: 31, open: 4 },
    ...some,
  };
}

describe('the incidents of a unit’s curve', () => {
  const units = [
    { code: 'XX', parentCode: null, level: 'country' as const },
    { code: 'XX-A', parentCode: 'XX', level: 'region' as const },
    { code: 'XX-B', parentCode: 'XX', level: 'region' as const },
    { code: 'XX-A-1', parentCode: 'XX-A', level: 'district' as const },
    { code: 'XX-A-2', parentCode: 'XX-A', level: 'district' as const },
    { code: 'XX-B-1', parentCode: 'XX-B', level: 'district' as const },
  ];
  const marks = [
    mark('everywhere'),
    mark('country', { unitCodes: ['XX'] }),
    mark('region A', { unitCodes: ['XX-A'] }),
    mark('district A-1', { unitCodes: ['XX-A-1'] }),
    mark('A-2 and B', { unitCodes: ['XX-A-2', 'XX-B'] }),
  ];
  const shownOn = (code: string, known = units) => marksOfUnit(marks, known, code).map(({ id }) => id);

  it.each([
    ['XX', ['everywhere', 'country', 'region A', 'district A-1', 'A-2 and B']],
    ['XX-A', ['everywhere', 'country', 'region A', 'district A-1', 'A-2 and B']],
    ['XX-A-1', ['everywhere', 'country', 'region A', 'district A-1']],
    ['XX-A-2', ['everywhere', 'country', 'region A', 'A-2 and B']],
    ['XX-B', ['everywhere', 'country', 'A-2 and B']],
    ['XX-B-1', ['everywhere', 'country', 'A-2 and B']],
  ])('on the page of %s', (code, expected) => {
    expect(shownOn(code)).toEqual(expected);
  });

  it('are the same for a page that knows only its own unit, those above it and its parts', () => {
    const known = units.filter(({ code }) => ['XX', 'XX-A', 'XX-A-1', 'XX-A-2'].includes(code));
    expect(shownOn('XX-A', known)).toEqual(shownOn('XX-A'));
  });
});

describe('what the board tells of incidents', () => {
  it('adds what was opened and renews what was named before', () => {
    const known = [mark('I-0001', { resolvedAt: '2020-10-02T06:00:00.000Z' }), mark('I-0002')];
    const told = status([brief('I-0002', { severity: 'critical' }), brief('I-0003')]);
    expect(withOpened(known, told).map(({ id, severity, resolvedAt }) => [id, severity, resolvedAt])).toEqual([
      ['I-0001', 'major', '2020-10-02T06:00:00.000Z'],
      ['I-0002', 'critical', null],
      ['I-0003', 'major', null],
    ]);
  });

  const one = status([brief('I-0001')]);
  it.each<[string, IncidentMark[], PublicStatus, PublicStatus, boolean]>([
    ['an incident was opened', [mark('I-0001')], one, status([brief('I-0001'), brief('I-0002')]), false],
    ['its severity changed', [mark('I-0001')], one, status([brief('I-0001', { severity: 'critical' })]), false],
    ['a case of a violation was filed', [mark('I-0001')], one, { ...one, cases: { total: 32, open: 5 } }, false],
    ['an incident was resolved', [mark('I-0001')], one, status([]), true],
    ['one was opened and another resolved', [mark('I-0001')], one, status([brief('I-0002')]), true],
    ['more are open than it names', [], status([]), { ...one, open: { critical: 0, major: 6, minor: 0 } }, true],
    ['nothing of what it names changed', [mark('I-0001')], one, { ...one, version: 2 }, true],
  ])('needs the file or not: %s', (_, marks, before, now, expected) => {
    expect(isFileNeeded(marks, before, now)).toBe(expected);
  });
});
