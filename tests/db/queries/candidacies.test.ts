import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { announceCandidacyChange } from '#db/commands/announceCandidacyChange.ts';
import { listCandidacies } from '#db/queries/listCandidacies.ts';
import { listContests } from '#db/queries/listContests.ts';
import { applyCandidacyChange } from '#db/vote/applyCandidacyChange.ts';
import { startRehearsal } from '#db/vote/rehearsal.ts';
import { NotFound } from '#domain/errors.ts';
import type { CandidacyDecision } from '#domain/results/candidacy.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection, smallElection } from '../../support/smallElection.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const removal: CandidacyDecision = {
  status: 'removed',
  votes: 'pending',
  announcedAt: '2020-10-02T10:00:00.000Z',
  number: 'ОКК-1',
  decidedBy: names('commission'),
  rule: names('rule'),
  reason: names('reason'),
};

describe('contests and candidacies of the board', () => {
  const database = openTestDatabase();
  const db = () => database.client.db;
  beforeEach(() => loadSmallElection(db()));

  const versions = async () => {
    const [row] = await db().execute<{ version: string; schedule_version: string }>(
      sql`select version, schedule_version from board.version`,
    );
    return [Number(row?.version), Number(row?.schedule_version)] as const;
  };
  const find = async (id: string) => (await listCandidacies(db())).find((candidacy) => candidacy.id === id);

  it('are what the package has, in its order, all registered', async () => {
    expect(await listContests(db())).toEqual(smallElection.contests);
    expect(await listCandidacies(db())).toEqual(
      smallElection.candidacies.map((entry) => ({ ...entry, status: 'registered', decision: null })),
    );
  });

  it('are read by the counting and by the web alike', async () => {
    for (const role of ['saylau_counting', 'saylau_web'] as const) {
      const { db: asRole } = database.connectAs(role);
      expect([role, (await listContests(asRole)).length, (await listCandidacies(asRole)).length]).toEqual([
        role,
        4,
        15,
      ]);
    }
  });

  it('have the latest decision in force, in whatever order the decisions were stored', async () => {
    const annulled = { ...removal, votes: 'annulled', announcedAt: '2020-10-03T10:00:00.000Z' } as const;
    await announceCandidacyChange(db(), 'council-A-2', annulled);
    await announceCandidacyChange(db(), 'council-A-2', removal);
    expect(await find('council-A-2')).toMatchObject({ status: 'removed', decision: annulled });
    const restored = { ...removal, status: 'registered', announcedAt: '2020-10-04T10:00:00.000Z' } as const;
    await announceCandidacyChange(db(), 'council-A-2', restored);
    expect(await find('council-A-2')).toMatchObject({ status: 'registered', decision: restored });
    expect(await find('council-A-1')).toMatchObject({ status: 'registered', decision: null });
  });

  it('have a new version with a decision, said twice only one, and the schedule stays', async () => {
    const [before, schedule] = await versions();
    await announceCandidacyChange(db(), 'council-A-2', removal);
    expect(await versions()).toEqual([before + 1, schedule]);
    await announceCandidacyChange(db(), 'council-A-2', removal);
    expect(await versions()).toEqual([before + 1, schedule]);
  });

  it('refuse a decision on somebody who does not stand', async () => {
    const before = await versions();
    await expect(announceCandidacyChange(db(), 'nobody', removal)).rejects.toThrow(NotFound);
    expect(await versions()).toEqual(before);
  });

  it('have a status in the vote database too, which takes no more marks for who is removed', async () => {
    await startRehearsal(db(), smallElection, 1, 0);
    await db().execute(
      sql`insert into vote.voting_window values ('paper', now() - interval '1 hour', now() + interval '1 hour')`,
    );
    const mark = () =>
      db().execute(
        sql`select vote.record_ballot('XX-A-1', 'paper', '[{"contest": "council-A", "candidacies": ["council-A-2"]}]')`,
      );
    await mark();
    await applyCandidacyChange(db(), 'council-A-2', 'removed');
    await expect(mark()).rejects.toMatchObject({ cause: { code: 'SV207' } });
    await expect(applyCandidacyChange(db(), 'nobody', 'removed')).rejects.toThrow(NotFound);
  });
});
