import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { searchCandidacies } from '#db/queries/searchCandidacies.ts';
import { InvalidInput } from '#domain/errors.ts';
import { CandidacyHit } from '#domain/results/candidacyHit.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

describe('the search for candidacies', () => {
  const database = openTestDatabase();
  const db = () => database.client.db;
  const search = (q: string, more = {}) => searchCandidacies(db(), { q, limit: 50, ...more });
  const idsOf = async (q: string, more = {}) => (await search(q, more)).candidacies.map(({ id }) => id);

  const people = [
    ['c1', 'Әйгерім Қуанышқызы Жүнісова', 'Айгерим Куанышкызы Жунусова', 'Aigerim Zhunussova'],
    ['c2', 'Семён Өтеғұлов', 'Семён Утегулов', 'Semyon Utegulov'],
    ['c3', 'Нұрлан Әбдіхалық', 'Нурлан Абдихалык', 'Nurlan Abdikhalyk'],
    ['c4', 'Нұрлан Һәкімов', 'Нурлан Хакимов', 'Nurlan Khakimov'],
  ] as const;

  beforeAll(async () => {
    await loadSmallElection(db());
    await db().execute(sql`truncate board.candidacy cascade`);
    await db().execute(sql`
      insert into board.contest (id, unit_code, names, seats, votes_allowed, position)
      values ('council-B-1', 'XX-B-1', '{"kk":"B","ru":"B","en":"B"}', 1, 1, 1)`);
    for (const [index, [id, kk, ru, en]] of people.entries()) {
      await db().execute(sql`
        insert into board.candidacy (id, contest_id, ballot_number, names)
        values (${id}, ${index < 3 ? 'council-A' : 'council-B-1'}, ${index + 1}, ${JSON.stringify({ kk, ru, en })}::jsonb)`);
    }
    const names = JSON.stringify({ kk: 'к', ru: 'р', en: 'e' });
    for (const [status, at] of [
      ['withdrawn', '2020-09-10T10:00:00Z'],
      ['removed', '2020-09-12T10:00:00Z'],
    ]) {
      await db().execute(sql`
        insert into board.candidacy_change (candidacy_id, status, votes, announced_at, number, decided_by, rule, reason)
        values ('c3', ${status}, 'annulled', ${at}, '27', ${names}::jsonb, ${names}::jsonb, ${names}::jsonb)`);
    }
  });

  it.each([
    ['Kazakh as it is written', 'әйгерім', ['c1']],
    ['Kazakh letters of a Russian keyboard', 'аигерим', []],
    ['Kazakh letters left out', 'уания ', []],
    ['Kazakh typed with Russian letters', 'нурлан хаким', ['c4']],
    ['Russian names in capitals', 'ЖУНУСОВА', ['c1']],
    ['ё typed as е', 'семен', ['c2']],
    ['е typed as ё', 'сёмён', ['c2']],
    ['Latin letters', 'zhunuss', ['c1']],
    ['the middle of a word', 'тегул', ['c2']],
    ['words of two scripts, in any order', 'Abdikhalyk, Нұрлан', ['c3']],
    ['two of the same name', 'NURLAN', ['c3', 'c4']],
    ['a percent sign is no wildcard', '%', []],
    ['all, where nothing is asked', ' ', ['c1', 'c2', 'c3', 'c4']],
  ])('finds by %s', async (_, q, ids) => {
    expect(await idsOf(q)).toEqual(ids);
  });

  it('finds within a contest, within a region and its districts, and by status', async () => {
    expect(await idsOf('', { contestId: 'council-B-1' })).toEqual(['c4']);
    expect(await idsOf('', { regionCode: 'XX-B' })).toEqual(['c4']);
    expect(await idsOf('', { regionCode: 'XX-A' })).toEqual(['c1', 'c2', 'c3']);
    expect(await idsOf('', { status: 'removed' })).toEqual(['c3']);
    expect(await idsOf('нурлан', { status: 'registered' })).toEqual(['c4']);
  });

  it('tells the latest decision, and no figures before the release', async () => {
    const { candidacies } = await search('abdikhalyk');
    expect(CandidacyHit.array().parse(candidacies)).toMatchObject([
      {
        status: 'removed',
        decision: { number: '27', announcedAt: '2020-09-12T10:00:00.000Z' },
        contestNames: { en: 'Council A' },
        regionCode: 'XX-A',
        votes: null,
        rank: null,
        outcome: null,
      },
    ]);
  });

  it('tells the figures of the newest edition to the role of the pages', async () => {
    await db().execute(
      sql`insert into published.candidacy values ('c4', null, 1, 'elected_unopposed'), ('c2', 120, 2, 'elected')`,
    );
    const web = database.connectAs('saylau_web');
    const { candidacies } = await searchCandidacies(web.db, { q: '', limit: 50 });
    expect(candidacies.map(({ votes, outcome }) => [votes, outcome])).toEqual([
      [null, null],
      [120, 'elected'],
      [null, null],
      [null, 'elected_unopposed'],
    ]);
  });

  it('gives pages that together hold everybody once, and the same total on each', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await search('', { after, limit: 3 });
      expect(page.total).toBe(4);
      seen.push(...page.candidacies.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it.each(['x', 'W10', Buffer.from('[1,2,3]').toString('base64url')])(
    'says that the cursor %s is none of ours',
    async (after) => {
      await expect(search('', { after })).rejects.toThrow(InvalidInput);
    },
  );
});
