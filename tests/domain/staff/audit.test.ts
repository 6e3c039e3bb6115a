import { describe, expect, it } from 'vitest';
import { listAuditChanges } from '#domain/staff/audit.ts';
import { auditObjectOf } from '#domain/staff/auditObject.ts';

describe('what changed by a row of the audit log', () => {
  it('is each field that differs, a text in several languages by language', () => {
    const before = { state: 'investigating', isPublic: true, title: { ru: 'Было' } };
    const after = { state: 'resolved', isPublic: true, title: { ru: 'Стало' }, unitCodes: ['KZ-ALA', 'KZ-AST'] };
    expect(listAuditChanges({ before, after })).toEqual([
      { path: 'state', field: 'state', language: null, before: ['investigating'], after: ['resolved'] },
      { path: 'title.ru', field: 'title', language: 'ru', before: ['Было'], after: ['Стало'] },
      { path: 'unitCodes', field: 'unitCodes', language: null, before: null, after: ['KZ-ALA', 'KZ-AST'] },
    ]);
  });

  it('names a commission once, whichever way it was written down', () => {
    const before = { commission: 'region KZ-ALA' };
    const of = (regionCode: string) => ({ commission: { level: 'region', regionCode, districtCode: null } });
    expect(listAuditChanges({ before, after: of('KZ-ALA') })).toEqual([]);
    expect(listAuditChanges({ before, after: of('KZ-AST') })).toMatchObject([
      { path: 'commission', before: ['region KZ-ALA'], after: ['region KZ-AST'] },
    ]);
    expect(listAuditChanges({ before: { commission: '' }, after: of('KZ-AST') })).toMatchObject([
      { path: 'commission', before: null, after: ['region KZ-AST'] },
    ]);
  });

  it('says a text that is the same in all languages once', () => {
    const name = 'Айгүл Сатпаева';
    expect(
      listAuditChanges({ before: null, after: { texts: [{ kk: name, ru: name, en: name }, { ru: 'Да' }] } }),
    ).toMatchObject([
      { path: 'texts.0', field: 'texts', language: null, after: [name] },
      { path: 'texts.1.ru', field: 'texts', language: 'ru', after: ['Да'] },
    ]);
  });
});

it.each([
  ['incident', '17', 'incident/I-0017'],
  ['incident', 'i-0017', 'incident/I-0017'],
  ['violation', ' V-3 ', 'violation/V-0003'],
  ['violation', undefined, 'violation/'],
  ['key', '4', 'key/4'],
  ['person/p1', undefined, 'person/p1'],
  [undefined, 'person/p1', 'person/p1'],
  [undefined, undefined, undefined],
])('the object of kind %s and number %s is %s', (kind, number, object) => {
  expect(auditObjectOf(kind, number)).toBe(object);
});
