import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator, NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadMessages } from '#app/messages.ts';
import { AuditFilters } from '#components/console/AuditFilters.tsx';
import { AuditList } from '#components/console/AuditList.tsx';
import { type Language, languages } from '#domain/languageCodes.ts';
import type { AuditEntry } from '#domain/staff/audit.ts';
import { auditActions, auditObjects } from '#domain/staff/auditActions.ts';
import { auditFields } from '#domain/staff/auditFields.ts';

const entry: AuditEntry = {
  id: 7,
  at: '2020-10-02T10:00:00Z',
  electionAt: '2020-10-02T10:00:00Z',
  personId: 'p1',
  personName: 'Дана',
  role: 'duty',
  action: 'incident.assign',
  object: 'incident/I-0017',
  before: null,
  after: null,
  address: '10.0.0.1',
  names: {},
};

async function draw(language: Language, more: Partial<AuditEntry>): Promise<string> {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={await loadMessages(language)} timeZone="UTC">
      <AuditList
        entries={[{ ...entry, ...more }]}
        unitNames={new Map([['KZ-ALA', 'город Алматы']])}
        timeZone="Asia/Almaty"
        nowMs={Date.parse(entry.at)}
      />
    </NextIntlClientProvider>,
  );
  return html;
}
/** What is read, without the titles that hold the codes. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the audit log', () => {
  it.each(languages)('has words in %s for every action, object and field that a row may name', async (language) => {
    const { audit } = await loadMessages(language);
    const has = (key: string) => createTranslator({ locale: language, messages: { audit } }).has(`audit.${key}`);
    const keys = [
      ...auditActions.flatMap((action) => [`action.${action}`, `group.${action.split('.')[0]}`]),
      ...auditObjects.map((kind) => `kind.${kind}`),
      ...auditObjects.filter((kind) => kind !== 'person').map((kind) => `object.${kind}`),
      ...Object.keys(auditFields).map((field) => `field.${field}`),
    ];
    expect(keys.filter((key) => !has(key))).toEqual([]);
  });

  it('knows the actions that functions of the database write', () => {
    const folder = 'db/migrations/ops';
    const source = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
      .join('\n');
    const calls = [...source.matchAll(/perform ops\.record_audit\(([\s\S]*?);/g)].map(([, call = '']) => call);
    const written = calls.flatMap((call) =>
      [...call.matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map(([, action = '']) => action),
    );
    expect(new Set(written).size).toBe(8);
    expect(written.filter((action) => !auditActions.some((known) => known === action))).toEqual([]);
  });

  it('tells codes in words and people by name, and keeps the codes in titles', async () => {
    const html = await draw('ru', { after: { assignee: 'p2', isPublic: false }, names: { p2: 'Айгүл' } });
    expect(textOf(html)).toContain('Инцидент поручен: I-0017');
    expect(textOf(html)).toContain('Кому поручен Айгүл');
    expect(textOf(html)).toContain('Видно всем нет');
    expect(textOf(html)).not.toMatch(/incident|assignee|isPublic|false|p2/);
    expect(html).toContain('title="incident.assign incident/I-0017"');
    expect(html).toContain('title="isPublic"');
  });

  it.each(languages)('tells states, places, times and commissions in the words of %s', async (language) => {
    const decided = await draw(language, {
      action: 'violation.decide',
      object: 'violation/V-0003',
      before: { state: 'in_review', commission: 'region KZ-ALA', place: 'KZ-ALA' },
      after: { state: 'decided', verdict: 'confirmed', measure: 'removal', category: 'bought_sim_card' },
    });
    const announced = await draw(language, {
      action: 'schedule.confirm',
      object: 'schedule/1',
      before: { channel: 'online', closesAt: '2020-10-03T10:00:00+00:00' },
      after: { channel: 'online', closesAt: '2020-10-04T08:00:00+00:00', reason: { kk: 'Ж', ru: 'Ж', en: 'Ж' } },
    });
    const webhook = await draw(language, {
      action: 'webhook.write',
      object: 'webhook/2',
      before: { state: 'on' },
      after: { state: 'off', reason: 'failing', events: ['incident.opened', 'results.released'] },
    });
    const text = [decided, announced, webhook].map(textOf).join(' ');
    expect(text).not.toMatch(
      /in_review|confirmed_|removal|bought_sim|KZ-ALA|closesAt|2020-10|failing|incident\.opened|results\.released/,
    );
    expect(text).toContain('город Алматы');
    expect(text).toMatch(/16:00.*14:00/);
  });

  it('leaves what nobody gave words to as it is', async () => {
    const text = textOf(await draw('kk', { action: 'moon.landed', object: 'moon/1', after: { dust: 'grey' } }));
    expect(text).toContain('moon.landed: moon/1');
    expect(text).toContain('dust');
  });

  it('is narrowed by words, one person of the log by name', async () => {
    const html = renderToStaticMarkup(
      <NextIntlClientProvider locale="kk" messages={await loadMessages('kk')} timeZone="UTC">
        <AuditFilters
          choices={{ people: [['p1', 'Дана']], actions: ['session.signIn', 'incident.file'] }}
          chosen={{ object: 'person/p2' }}
          names={{ p2: 'Айгүл' }}
        />
      </NextIntlClientProvider>,
    );
    expect(textOf(html)).not.toMatch(/signIn|file|person|p2/);
    expect(html).toContain('<option value="person/p2" selected="">Айгүл</option>');
    expect(html).toContain('<optgroup label="Инциденттер">');
  });
});
