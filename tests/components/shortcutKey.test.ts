import { expect, it } from 'vitest';
import { shortcutKey } from '#components/console/shortcutKey.ts';

const press = (key: string, code: string, shiftKey = false) => shortcutKey({ key, code, shiftKey });

it('is the same key whatever the keyboard’s language', () => {
  expect([press('j', 'KeyJ'), press('о', 'KeyJ'), press('л', 'KeyK'), press('ф', 'KeyA')]).toEqual([
    'j',
    'j',
    'k',
    'a',
  ]);
  expect([press('/', 'Slash'), press('.', 'Slash'), press('№', 'Slash')]).toEqual(['/', '/', '/']);
});

it('is the letter, not the place, of another Latin keyboard', () => {
  expect([press('a', 'KeyQ'), press('/', 'Digit7', true)]).toEqual(['a', '/']);
});

it('is the same with Caps Lock, and another with Shift', () => {
  expect([press('A', 'KeyA'), press('Ф', 'KeyA'), press('A', 'KeyA', true), press('Ф', 'KeyA', true)]).toEqual([
    'a',
    'a',
    'A',
    'Ф',
  ]);
});

it('is what it is where it is no letter', () => {
  for (const key of ['Escape', 'Enter', ' ', 'ArrowDown', '1']) expect(press(key, key)).toBe(key);
});
