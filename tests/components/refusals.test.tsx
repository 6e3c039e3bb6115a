import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '#app/messages.ts';
import { FailureText } from '#components/console/FailureText.tsx';
import type { Failure } from '#components/console/useSend.ts';
import { CaseFailure } from '#components/violations/CaseFailure.tsx';
import { incidentRefusals } from '#domain/incidents/incidentRefusals.ts';
import { type Language, languages } from '#domain/languageCodes.ts';
import { personRefusals } from '#domain/staff/personRefusals.ts';
import { caseRefusals } from '#domain/violations/caseRefusals.ts';

const namesIn = (message: string) =>
  parse(message)
    .filter((element: MessageFormatElement) => element.type !== TYPE.literal && element.type !== TYPE.pound)
    .map((element) => ('value' in element ? element.value : ''));

async function draw(language: Language, element: React.ReactNode): Promise<string> {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={await loadMessages(language)} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  );
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const conflict = (code: string, details: Record<string, string>): Failure => ({
  error: 'conflict',
  message: 'V-0001 was changed by somebody: look at it again',
  refusal: { code, details },
});

describe('what a staff route refuses', () => {
  it.each(
    languages.flatMap((language) => [
      [language, 'violations', caseRefusals] as const,
      [language, 'incidents', incidentRefusals] as const,
      [language, 'console', Object.fromEntries(personRefusals.map((code) => [code, []]))] as const,
    ]),
  )('has words in %s for each code of %s, of the details that come with it', async (language, namespace, refusals) => {
    const { refused } = (await loadMessages(language))[namespace] ?? {};
    const words = new Map(Object.entries(refused ?? {}));
    expect([...words.keys()].sort()).toEqual(Object.keys(refusals).sort());
    for (const [code, details] of Object.entries(refusals))
      expect(details, code).toEqual(expect.arrayContaining(namesIn(String(words.get(code)))));
  });

  it('is told of a case in the reader’s language, states and outcomes in words, and not in the server’s English', async () => {
    const state = conflict('state', { id: 'V-0003', state: 'in_review', name: 'Айгүл' });
    expect(await draw('ru', <CaseFailure failure={state} />)).toBe(
      'Дело V-0003 теперь в состоянии «На рассмотрении», последним его изменил(а) Айгүл. Это больше невозможно.',
    );
    const appeal = conflict('appeal_decided', { id: 'V-0003', outcome: 'overturned' });
    expect(await draw('kk', <CaseFailure failure={appeal} />)).toBe(
      'V-0003 ісі бойынша апелляция шешіліп қойған: шешім жойылды.',
    );
    const missing: Failure = { error: 'not_found', message: 'no such case' };
    expect(await draw('kk', <CaseFailure failure={missing} />)).toBe('Мұндай іс жоқ.');
    const fields: Failure = { error: 'invalid_input', message: 'summary: Too small: expected string' };
    expect(await draw('ru', <CaseFailure failure={fields} />)).not.toMatch(/[a-z]/i);
  });

  it('is told of an incident and of a person in their own words, and otherwise by its error', async () => {
    const incident = conflict('has_duplicates', { id: 'I-0004' });
    expect(await draw('ru', <FailureText failure={incident} refusals="incidents.refused" />)).toContain(
      'повторы I-0004',
    );
    expect(await draw('kk', <FailureText failure={conflict('last_admin', {})} />)).toBe(
      'Кемінде бір әкімші қалуы керек.',
    );
    expect(await draw('ru', <FailureText failure={{ error: 'conflict', message: 'it is on' }} />)).toContain(
      'Кто-то успел раньше',
    );
  });
});
