import { readFileSync } from 'node:fs';
import type { Finding } from '#domain/incidents/finding.ts';
import type { Detector } from '#domain/incidents/incident.ts';
import { type Language, languages, type Names } from '#domain/languages.ts';

interface Texts {
  title: Record<Detector, string>;
  reason: Record<string, string>;
}

const texts = new Map(languages.map((language) => [language, readTexts(language)]));

/** What a finding is called, in every language; `unit` names the unit that it is of. */
export function titleOf(finding: Finding, unit: Names | undefined): Names {
  const say = (language: Language) => {
    const { title, reason } = texts.get(language) ?? readTexts(language);
    return title[finding.detector]
      .replace('{unit}', () => unit?.[language] ?? finding.subject)
      .replace('{reason}', () => reason[finding.subject] ?? finding.subject);
  };
  return { kk: say('kk'), ru: say('ru'), en: say('en') };
}

function readTexts(language: Language): Texts {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../messages/${language}/${name}.json`, import.meta.url), 'utf8'));
  return { title: read('detectors'), reason: read('board').refusals };
}
