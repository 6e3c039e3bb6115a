import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ElementCompact, xml2js } from 'xml-js';
import { sql } from '#db/client.ts';
import { closeAsDuplicate } from '#db/incidents/closeAsDuplicate.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { fileOne, officer, passSeconds } from '../../support/incidents.ts';
import { until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openApi } from './askApi.ts';

/** One that has feedparser. */
const python = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import feedparser']).status === 0,
);
const nasty = 'Коды ]]> <script>alert("1")</script> &amp; 🙈 \u{1f468}‍👩‍👧 ﷽ Ә\ufffe';

describe('api/v2/incidents.atom', () => {
  const { database } = openApi();
  const db = () => database.client.db;
  const ask = async (query = '', headers: Record<string, string> = {}) => {
    const { GET } = await import('#app/api/v2/incidents.atom/route.ts');
    return GET(
      new Request(`http://board.example/api/v2/incidents.atom${query}`, {
        headers: { host: 'board.example', 'x-forwarded-for': '10.9.0.2', ...headers },
      }),
    );
  };
  const read = async (lang: string) => (await ask(`?lang=${lang}`)).text();
  const parse = (atom: string) => {
    const { feed } = xml2js(atom, { compact: true }) as ElementCompact;
    return {
      language: feed._attributes['xml:lang'],
      title: feed.title._text,
      updated: feed.updated._text,
      entries: [feed.entry ?? []].flat().map((entry) => ({
        id: entry.id._text,
        title: entry.title._cdata,
        content: entry.content._cdata.replaceAll('\u00a0', ' '),
        terms: [entry.category].flat().map((category) => category._attributes.term),
        updated: entry.updated._text,
        published: entry.published._text,
        link: [entry.link].flat()[0]._attributes.href,
      })),
    };
  };
  const change = async (number: number, what: object) => {
    const [row] = await db().execute<{ v: number }>(
      sql`select row_version as v from ops.incident where number = ${number}`,
    );
    await passSeconds(db(), 60);
    await updateIncident(db(), officer('Aigerim'), number, { rowVersion: row?.v ?? 0, isPublic: true, ...what });
  };

  beforeAll(async () => {
    await loadSmallElection(db());
    expect(parse(await read('en'))).toMatchObject({
      title: '[Rehearsal] Technical incidents: Small election',
      entries: [],
    });
    const first = await fileOne(db(), { title: { kk: nasty, ru: nasty, en: nasty }, unitCodes: ['XX-A'] });
    await passSeconds(db(), 60);
    const second = await fileOne(db(), { category: 'app', severity: 'minor', title: { ru: 'Приложение медленное' } });
    await fileOne(db(), { isPublic: false, title: { en: 'CANARY' } });
    await change(second, { text: { en: 'CANARY internal note' }, isPublic: false });
    await change(first, { state: 'identified', text: { kk: nasty, ru: `${nasty}\nВторая строка`, en: nasty } });
    const third = await fileOne(db(), { title: { en: 'The same' } });
    await passSeconds(db(), 60);
    await closeAsDuplicate(db(), officer('Aigerim'), third, { rowVersion: 1, of: first });
    await until(async () => (await read('en')).includes('I-0004'), 3_000);
  });

  it('has every public incident with its timeline, those changed last first, and nothing internal', async () => {
    const { entries, updated } = parse(await read('en'));
    expect(entries.map(({ id, terms }) => [id, terms])).toEqual([
      ['tag:saylau.invalid,2020:rehearsal-small/incident/I-0004', ['resolved', 'major', 'web_site', 'rehearsal']],
      ['tag:saylau.invalid,2020:rehearsal-small/incident/I-0001', ['identified', 'major', 'web_site', 'rehearsal']],
      ['tag:saylau.invalid,2020:rehearsal-small/incident/I-0002', ['investigating', 'minor', 'app', 'rehearsal']],
    ]);
    expect(updated).toBe(entries[0]?.updated);
    expect(entries[0]?.content).toContain('Reported twice: see I-0001.');
    expect(entries[1]).toMatchObject({
      link: 'http://board.example/en/status#I-0001',
      published: '2020-10-02T06:00:00.000Z',
      updated: '2020-10-02T06:03:00.000Z',
    });
    expect(entries[1]?.content).toContain('Cause found · major · Web site · XX-A · I-0001');
    expect(entries[1]?.content).toContain('since 2 October, 12:00 (Almaty time)');
    expect(entries[2]?.title).toBe('[Rehearsal] Приложение медленное');
    expect(JSON.stringify(entries)).not.toContain('CANARY');
    expect(entries.map(({ content }) => content).join('')).not.toMatch(/Aigerim|status\.|feed\./);
  });

  it('stays a feed whatever people write, in every language', async () => {
    for (const lang of ['kk', 'ru', 'en']) {
      const { language, entries } = parse(await read(lang));
      expect(language).toBe(lang);
      expect(entries[1]?.content).toContain(
        'Коды ]]&gt; &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;amp; 🙈',
      );
      expect(entries[1]?.content).not.toContain('<script');
    }
    expect(parse(await read('ru')).entries[1]?.content).toContain('Ә<br>Вторая строка');
    expect(parse(await read('kk')).title).toContain('Техникалық инциденттер');
  });

  it('answers 304 to who has it, names a wrong parameter, and lets pages of any origin read', async () => {
    const response = await ask('?lang=ru');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('ratelimit-limit')).toBe('300');
    const etag = response.headers.get('etag') ?? '';
    expect((await ask('?lang=ru', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('?lang=en', { 'if-none-match': etag })).status).toBe(200);
    const wrong = await ask('?lang=de');
    expect([wrong.status, (await wrong.json()).message]).toEqual([400, 'lang: kk, ru or en']);
  });

  it.skipIf(!python)('is read by feedparser as it was written (skipped where that is not installed)', async () => {
    const script = `
import sys, json, feedparser
read = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({'bozo': bool(read.bozo), 'version': read.version, 'titles': [e.title for e in read.entries],
  'ids': [e.id for e in read.entries], 'updated': [e.updated for e in read.entries]}))`;
    const input = await read('ru');
    const heard = JSON.parse(execFileSync(python ?? '', ['-c', script], { input }).toString());
    expect(heard).toMatchObject({ bozo: false, version: 'atom10' });
    expect(heard.ids).toEqual(parse(input).entries.map(({ id }) => id));
    expect(heard.titles[1]).toContain('&lt;script&gt;');
    expect(heard.titles[1]).not.toContain('<script');
  });
});
