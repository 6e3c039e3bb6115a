import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { namespaces } from '#app/messages.ts';
import { quarantineRules } from '#domain/board.ts';
import { languages } from '#domain/languages.ts';
import { channels, refusalReasons } from '#domain/turnout.ts';

const folder = resolve(import.meta.dirname, '../../messages');

function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, inner]) => [...flatten(inner, prefix ? `${prefix}.${key}` : key)]),
  );
}

function read(language: string, namespace: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8'));
}

/** Names of an ICU message's arguments, those inside a plural's branches too. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value);
      if (element.type === TYPE.tag) walk(element.children);
    }
  };
  walk(parse(message));
  return [...names].sort();
}

describe('messages', () => {
  test('every namespace of a folder is loaded, in every language', () => {
    for (const language of languages) {
      expect(
        readdirSync(join(folder, language))
          .map((file) => file.replace('.json', ''))
          .sort(),
        language,
      ).toEqual([...namespaces].sort());
    }
  });

  test.each(namespaces)('%s has the same keys and arguments in kk, ru and en', (namespace) => {
    const [kk, ru, en] = languages.map((language) => flatten(read(language, namespace)));
    for (const other of [kk, ru]) expect([...(other?.keys() ?? [])].sort()).toEqual([...(en?.keys() ?? [])].sort());
    for (const [key, message] of en ?? []) {
      for (const other of [kk, ru])
        expect(argumentsOf(other?.get(key) ?? ''), `${namespace}.${key}`).toEqual(argumentsOf(message));
    }
  });

  test.each(namespaces)('%s says nothing with numbers of its own: browsers cannot write Kazakh ones', (namespace) => {
    for (const [key, message] of flatten(read('kk', namespace)))
      expect(message, key).not.toMatch(/,\s*(number|date|time)\b/);
  });

  test('Russian plurals know one, few and many', () => {
    for (const namespace of namespaces) {
      for (const [key, message] of flatten(read('ru', namespace))) {
        if (message.includes(', plural,')) expect(message, `${namespace}.${key}`).toMatch(/one \{.*few \{.*many \{/s);
      }
    }
  });

  test('every channel, refusal and quarantine rule has its words', () => {
    for (const language of languages) {
      const keys = flatten(read(language, 'board'));
      for (const channel of channels) expect(keys.has(`channel.${channel}`), channel).toBe(true);
      for (const reason of refusalReasons) expect(keys.has(`refusals.${reason}`), reason).toBe(true);
      for (const rule of quarantineRules) expect(keys.has(`held.rule.${rule}`), rule).toBe(true);
    }
  });

  const hero = (language: (typeof languages)[number], votedCount: number, count: number) => {
    const members = flatten(read(language, 'board')).get('hero.members') ?? '';
    const t = createTranslator({ locale: language, messages: { members } });
    return t('members', { votedCount, count, total: String(count), percent: '50%' });
  };

  test.each([
    ['ru', 1, 1, 'из 1 члена партии проголосовал (50%)'],
    ['ru', 2, 21, 'из 21 члена партии проголосовали (50%)'],
    ['ru', 11, 22, 'из 22 членов партии проголосовали (50%)'],
    ['ru', 446_297, 835_000, 'из 835000 членов партии проголосовали (50%)'],
    ['en', 1, 1, 'of 1 member has voted (50%)'],
    ['en', 2, 2, 'of 2 members have voted (50%)'],
    ['kk', 1, 1, 'адам дауыс берді — тізімдегі 1 партия мүшесінің 50%-ы'],
    ['kk', 2, 835_000, 'адам дауыс берді — тізімдегі 835000 партия мүшесінің 50%-ы'],
  ] as const)('the hero in %s tells %i of %i', (language, voted, count, expected) => {
    expect(hero(language, voted, count)).toBe(expected);
  });
});
