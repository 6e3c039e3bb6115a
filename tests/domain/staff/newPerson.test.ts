import { describe, expect, it } from 'vitest';
import { NewPerson } from '#domain/staff/newPerson.ts';

const duty = {
  name: 'Дидар Оспанов',
  email: 'didar@board.example',
  role: 'duty',
  commissionLevel: null,
  regionCode: 'XX-A',
  districtCode: null,
};

describe('somebody new', () => {
  it('has a name of one line and an e-mail in small letters', () => {
    const read = NewPerson.parse({ ...duty, name: '  Дидар \n  Оспанов ', email: ' Didar@Board.Example ' });
    expect([read.name, read.email]).toEqual(['Дидар Оспанов', 'didar@board.example']);
  });

  it.each([
    ['a name that reads backwards', { name: 'Admin \u202etxt' }],
    ['a name with half an emoji', { name: 'Half \ud83d' }],
    ['a name with a bell', { name: 'Ring\u0007' }],
    ['no name', { name: '  ' }],
    ['a name as long as a book', { name: 'x'.repeat(121) }],
    ['an e-mail with a header in it', { email: 'a@b.example\r\nBcc: c@d.example' }],
    ['a role that there is not', { role: 'root' }],
    ['an admin with a region', { role: 'admin' }],
    ['a commission without a level', { role: 'commission' }],
    ['a duty officer with a level', { commissionLevel: 'region' }],
    ['a regional commission without a region', { role: 'commission', commissionLevel: 'region', regionCode: null }],
    ['a central commission with a region', { role: 'commission', commissionLevel: 'central' }],
    ['a district commission without a district', { role: 'commission', commissionLevel: 'district' }],
    ['a duty officer with a district', { districtCode: 'XX-A-1' }],
  ])('cannot be %s', (_, fault) => {
    expect(NewPerson.safeParse({ ...duty, ...fault }).success).toBe(false);
  });
});
