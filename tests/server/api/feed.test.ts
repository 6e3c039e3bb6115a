import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ElementCompact, xml2js } from 'xml-js';
import { sql } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import type { ContestResult } from '#domain/results/edition.ts';
import type { ChangesFile, ContestsFile } from '#domain/results/resultFiles.ts';
import { until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openApi } from './askApi.ts';
import { putEdition } from './putEdition.ts';

/** One that has feedparser. */
const python = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import feedparser']).status === 0,
);
const names = (text: string) => ({ kk: text, ru: text, en: text });
const head = {
  electionId: 'rehearsal-small',
  isTest: true,
  edition: 2,
  status: 'complete' as const,
  corrects: 1,
  reason: names('A protocol was typed twice'),
  sealedAt: '2020-10-05T12:00:00Z',
  electionNames: names('Small election'),
};
const change = (contestId: string, after: number): ChangesFile['changes'][number] => ({
  contestId,
  candidacyId: 'k1',
  districtCodes: null,
  field: 'votes',
  before: 1_200,
  after,
});
const contest = (id: string, withheld: ContestResult['withheld']): ContestsFile['contests'][number] => ({
  id,
  unitCode: 'XX-A',
  names: names(id === 'council-A' ? 'Council <A> & B' : id),
  seats: 2,
  votesAllowed: 2,
  shareOf: 'ballots',
  state: withheld ? 'withheld' : 'counted',
  withheld,
  figures: null,
  votesHidden: false,
  tie: null,
  candidacyCount: 3,
  notEligibleCount: 0,
});
const correction: ChangesFile = {
  ...head,
  changes: [
    { ...change('council-A', 1_199), districtCodes: ['XX-A-1', 'XX-A-2'] },
    { ...change('council-A', 1_187), field: 'votes' },
    { ...change('council-A', 0), field: 'outcome', before: 'elected', after: 'not_elected' },
    { ...change('council-B', 0), candidacyId: null, field: 'state', before: 'counted', after: 'withheld' },
    ...Array.from({ length: 30 }, (_, index) => ({ ...change('council-A', index), districtCodes: ['XX-A-1'] })),
  ],
};
const contests: ContestsFile = {
  ...head,
  contests: [
    contest('council-A', null),
    contest('council-B', { rule: 'retracted', districtCode: null, reason: names('Court decision') }),
  ],
};

describe('the Atom feed', () => {
  const { database, ask } = openApi();
  const db = () => database.client.db;
  const textOf = async (path = '/api/v1/feed.atom?lang=en') => (await ask(path)).text();
  interface Entry {
    id: string;
    title: string;
    content: string;
    categories: string[];
    updated: string;
    link: string;
  }
  const parse = (atom: string) => {
    const { feed } = xml2js(atom, { compact: true }) as ElementCompact;
    const entries = [feed.entry ?? []].flat().map(
      (entry): Entry => ({
        id: entry.id._text,
        title: entry.title._cdata.replaceAll('\u00a0', ' '),
        content: entry.content._cdata,
        categories: [entry.category].flat().map((category) => category._attributes.term),
        updated: entry.updated._text,
        link: [entry.link].flat()[0]._attributes.href,
      }),
    );
    const links = new Map<string, string>(
      [feed.link].flat().map(({ _attributes: { rel, href } }) => [rel, href] as const),
    );
    return { language: feed._attributes['xml:lang'], updated: feed.updated._text, links, entries };
  };
  const entriesOf = async (path?: string) => parse(await textOf(path)).entries;

  beforeAll(async () => {
    await loadSmallElection(db());
    const announcement = { reason: null, decidedBy: names('Commission') };
    await announcePublication(db(), {
      ...announcement,
      publishAt: '2020-10-05T12:00:00+06:00',
      announcedAt: '2020-09-01T00:00:00+06:00',
    });
    await announcePublication(db(), {
      ...announcement,
      publishAt: '2020-10-06T12:00:00+06:00',
      announcedAt: '2020-10-05T09:00:00+06:00',
      reason: names('Protocols are still checked ]]> <b>'),
    });
    await db().execute(sql`truncate board.candidacy cascade`);
    await db().execute(sql`
      insert into board.candidacy (id, contest_id, ballot_number, names)
      select 'k' || n, 'council-A', n + 100, '{"kk":"Нұрлан","ru":"Нурлан","en":"Nurlan"}' from generate_series(1, 120) n`);
    const words = JSON.stringify(names('Missed the debate'));
    await db().execute(sql`
      insert into board.candidacy_change (candidacy_id, status, votes, announced_at, number, decided_by, rule, reason)
      select 'k' || n, 'removed', 'annulled', '2020-09-20T10:00:00Z', n, ${words}::jsonb, ${words}::jsonb, ${words}::jsonb
      from generate_series(1, 120) n`);
    await putEdition(db(), 0);
    await putEdition(db(), 1);
    await putEdition(db(), 2, {
      'changes.json': JSON.stringify(correction),
      'contests.json': JSON.stringify(contests),
    });
    await until(async () => (await textOf()).includes('edition/2'), 2_000);
  });

  it('tells releases, corrections, retractions, moves and decisions, the newest first', async () => {
    const entries = await entriesOf();
    expect(entries.slice(0, 5).map(({ title, categories }) => [title, categories])).toEqual([
      ['[Rehearsal] A result is taken back: council-B', ['retraction', 'rehearsal']],
      ['[Rehearsal] The results are corrected: edition 2 replaces edition 1', ['correction', 'rehearsal']],
      ['[Rehearsal] The results are public: edition 1', ['results', 'rehearsal']],
      ['[Rehearsal] Publication of the results moves to 6 October, 12:00 (Almaty time)', ['publication', 'rehearsal']],
      ['[Rehearsal] Nurlan is removed from the ballot', ['candidacy', 'rehearsal']],
    ]);
    expect(entries[0]?.content).toContain('Court decision');
    expect(entries[3]?.content).toContain('Protocols are still checked ]]&gt; &lt;b&gt;');
    expect(entries[4]?.content).toContain('Missed the debate');
    expect(entries.every(({ updated }, index) => index === 0 || updated <= (entries[index - 1]?.updated ?? ''))).toBe(
      true,
    );
  });

  it('says in words what a correction changed, whole contests first, and links the rest', async () => {
    const content = (await entriesOf())[1]?.content ?? '';
    expect(content).toContain('Reason: A protocol was typed twice');
    expect(content).toContain('20 of 34 changes stand here');
    const lines = [...content.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line);
    expect(lines).toHaveLength(20);
    expect(lines.slice(0, 4)).toEqual([
      'Council &lt;A&gt; &amp; B · Nurlan: votes: 1,200 → 1,187',
      'Council &lt;A&gt; &amp; B · Nurlan: outcome: elected → not elected',
      'council-B: state: counted → withheld',
      'Council &lt;A&gt; &amp; B · Nurlan · XX-A-1, XX-A-2: votes: 1,200 → 1,199',
    ]);
    expect(content).toContain('href="http://board.example/api/v1/editions/2/changes.json"');
  });

  it('holds every entry once over its pages, a hundred a page', async () => {
    const first = parse(await textOf());
    expect(first.entries).toHaveLength(100);
    const next = first.links.get('next') ?? '';
    const second = parse(await textOf(next.replace('http://board.example', '')));
    expect(second.links.has('next')).toBe(false);
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(ids).toHaveLength(2 + 120 + 3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.entries.at(-1)?.title).toContain('Results become public on 5 October, 12:00');
  });

  it('keeps the ids of its entries, in every language', async () => {
    const [kk, ru, en] = await Promise.all(['kk', 'ru', 'en'].map((lang) => textOf(`/api/v1/feed.atom?lang=${lang}`)));
    const ids = parse(en ?? '').entries.map(({ id }) => id);
    expect(ids[1]).toBe('tag:saylau.invalid,2020:rehearsal-small/edition/2');
    for (const [atom, language] of [
      [kk, 'kk'],
      [ru, 'ru'],
    ]) {
      const parsed = parse(atom ?? '');
      expect([parsed.language, parsed.entries.map(({ id }) => id)]).toEqual([language, ids]);
    }
    expect(ru).toContain('Результаты исправлены: выпуск 2 заменяет выпуск 1');
    expect(kk).toContain('Нәтижелер түзетілді: 2-басылым 1-басылымды алмастырады');
    expect([kk, ru, en].join('')).not.toMatch(/feed\.(?!atom)[a-z]/i);
  });

  it('answers 304 to who has it, and names a parameter that is wrong', async () => {
    const response = await ask('/api/v1/feed.atom?lang=ru');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(response.headers.get('content-language')).toBe('ru');
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await ask('/api/v1/feed.atom?lang=ru', { headers })).status).toBe(304);
    for (const [query, message] of [
      ['lang=de', 'lang: kk, ru or en'],
      ['before=zzz', 'before: take it from the next link of the page before'],
    ])
      expect(await (await ask(`/api/v1/feed.atom?${query}`)).json()).toEqual({ error: 'invalid_parameter', message });
  });

  it.skipIf(python === undefined)('is read by feedparser without a fault', async () => {
    const script = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps([bool(feed.bozo), feed.version, len(feed.entries), feed.entries[1].title, feed.entries[1].tags[0].term]))`;
    const read = execFileSync(python ?? '', ['-c', script], { input: await textOf(), encoding: 'utf8' });
    expect(JSON.parse(read)).toEqual([
      false,
      'atom10',
      100,
      '[Rehearsal] The results are corrected: edition 2 replaces edition 1',
      'correction',
    ]);
  });
});
