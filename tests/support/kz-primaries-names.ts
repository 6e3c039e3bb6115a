import { groupBy } from './groupBy.ts';
import { readRecords } from './read-records.ts';
import { vary } from './vary.ts';

export interface PersonNames {
  kk: string;
  ru: string;
  en: string;
}
type Spelling = { kk: string; ru: string };

/** Groups of surnames; Koreans and Germans of Kazakhstan mostly have the given names that the Slavic group has. */
const groups = ['kazakh', 'slavic', 'german', 'korean', 'tatar', 'uzbek', 'uyghur'] as const;
type Group = (typeof groups)[number];
const givenNamesOf: Partial<Record<Group, Group>> = { german: 'slavic', korean: 'slavic' };
const withRussianPatronymic: readonly Group[] = ['slavic', 'german', 'korean'];

const usual: Record<Group, number> = { kazakh: 75, slavic: 15, german: 2, korean: 3, tatar: 3, uzbek: 1, uyghur: 1 };
const inTheNorth = { ...usual, kazakh: 52, slavic: 35, german: 6 };
const inTheSouth = { ...usual, slavic: 5, uzbek: 18 };
const aroundAlmaty = { ...usual, korean: 5, uyghur: 8 };
const mixes: Record<string, Record<Group, number>> = {
  'KZ-AKM': inTheNorth,
  'KZ-KUS': inTheNorth,
  'KZ-SEV': inTheNorth,
  'KZ-PAV': inTheNorth,
  'KZ-VOS': inTheNorth,
  'KZ-KAR': inTheNorth,
  'KZ-YUZ': inTheSouth,
  'KZ-SHY': inTheSouth,
  'KZ-ALM': aroundAlmaty,
  'KZ-ALA': aroundAlmaty,
};
const womenShare = 0.3;

const spellings = groupBy(
  readRecords(new URL('./kz-names.csv', import.meta.url)),
  (record) => `${record.get('group')} ${record.get('kind')}`,
);

/** An invented person's surname, given name and patronymic; the same for the same key. */
export function composeName(key: string, regionCode: string): PersonNames {
  const group = drawGroup(key, mixes[regionCode] ?? usual);
  const isWoman = vary(`${key} gender`, 0, 1) < womenShare;
  const givenGroup = givenNamesOf[group] ?? group;
  const surname = draw(`${key} surname`, `${group} surname`);
  const given = draw(`${key} given`, `${givenGroup} ${isWoman ? 'female' : 'male'}`);
  const father = draw(`${key} father`, `${givenGroup} male`);
  const patronymic = withRussianPatronymic.includes(group)
    ? { kk: russianPatronymic(father.ru, isWoman), ru: russianPatronymic(father.ru, isWoman) }
    : { kk: `${father.kk}${isWoman ? 'қызы' : 'ұлы'}`, ru: russianPatronymic(father.ru, isWoman) };
  const parts = [isWoman ? inFeminine(surname) : surname, given, patronymic];
  const kk = parts.map((part) => part.kk).join(' ');
  return { kk, ru: parts.map((part) => part.ru).join(' '), en: transliterate(kk) };
}

function drawGroup(key: string, mix: Record<Group, number>): Group {
  const total = groups.reduce((sum, group) => sum + mix[group], 0);
  let aim = vary(`${key} group`, 0, total);
  for (const group of groups) {
    aim -= mix[group];
    if (aim < 0) return group;
  }
  return 'kazakh';
}

function draw(key: string, list: string): Spelling {
  const records = spellings.get(list) ?? [];
  const record = records[Math.floor(vary(key, 0, records.length))];
  if (!record) throw new Error(`kz-names.csv has no ${list}`);
  return { kk: record.get('kk'), ru: record.get('ru') };
}

function inFeminine({ kk, ru }: Spelling): Spelling {
  const change = (surname: string) => surname.replace(/(ов|ев|ёв|ин)$/, '$1а').replace(/(с|ц)кий$/, '$1кая');
  return { kk: change(kk), ru: change(ru) };
}

const irregularPatronymics: Record<string, string> = { Павел: 'Павл', Пётр: 'Петр', Дмитрий: 'Дмитри' };

function russianPatronymic(father: string, isWoman: boolean): string {
  const irregular = irregularPatronymics[father];
  const soft = /([йь]|[жшчщц])$/.test(father);
  const stem =
    irregular ??
    father
      .replace(/ий$/, 'ь')
      .replace(/й$/, '')
      .replace(/([^и])ь$/, father.endsWith('ий') ? '$1ь' : '$1');
  return `${stem}${soft ? 'ев' : 'ов'}${isWoman ? 'на' : 'ич'}`;
}

const letters: Record<string, string> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** By the table in the package's README. */
function transliterate(kk: string): string {
  return kk.replaceAll('йы', 'iy').replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const small = letter.toLowerCase();
    const latin = letters[small];
    if (latin === undefined) throw new Error(`no transliteration of ${letter}`);
    return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}
