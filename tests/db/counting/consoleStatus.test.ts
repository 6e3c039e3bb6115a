import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { recordLot } from '#db/counting/recordLot.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { findSealedDraft } from '#db/release/findSealedDraft.ts';
import { giveVerdict } from '#db/release/giveVerdict.ts';
import { Forbidden } from '#domain/errors.ts';
import { staffRoles } from '#domain/staff/roles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { sealSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addSignedIn } from '../../support/staffSessions.ts';

const readers = ['leadership', 'counting', 'approver'] as const;
const objection = 'council A got 1284 and not 1384';

describe('how the draft stands, as the console reads it', () => {
  let database: TestDatabase;
  let owner: DatabaseClient['db'];
  let web: DatabaseClient['db'];
  let draft: Awaited<ReturnType<typeof sealSmallEdition>>;
  const read = async (role: (typeof staffRoles)[number]) =>
    findSealedDraft(web, (await addSignedIn(owner, role)).sessionToken);
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = database.client.db;
    web = database.connectAs('saylau_web').db;
    await loadSmallElection(owner);
  });
  afterAll(() => database.drop());

  it('is nothing before the first count', async () => {
    for (const role of readers) expect(await read(role)).toBe(null);
  });

  it('is told to those who lead, count or approve, and to nobody else', async () => {
    // With a tie, which a status could tell.
    draft = await sealSmallEdition(database, { votesOf: () => 20 });
    expect(draft.tied).toBeGreaterThan(0);
    for (const role of staffRoles) {
      const asked = read(role);
      if ((readers as readonly string[]).includes(role))
        expect(await asked).toMatchObject({ state: 'sealed', number: 1 });
      else await expect(asked).rejects.toThrow(Forbidden);
    }
    await expect(findSealedDraft(web, '')).rejects.toThrow(Forbidden);
    const withPassword = await addSignedIn(owner, 'leadership', { withCode: false });
    await expect(findSealedDraft(web, withPassword.sessionToken)).rejects.toThrow(Forbidden);
  });

  it('has no figure, file, size, contest or text in it', async () => {
    const [one, other] = [await addSignedIn(owner, 'approver'), await addSignedIn(owner, 'approver')];
    const given = { hash: draft.manifestHash };
    await giveVerdict(web, { sessionToken: one.sessionToken, address: null }, { ...given, verdict: 'approved' });
    const reason = objection;
    const source = { sessionToken: other.sessionToken, address: null };
    await giveVerdict(web, source, { ...given, verdict: 'objected', reason });
    for (const role of readers) {
      const shown = await read(role);
      expect(Object.keys(shown ?? {}).sort()).toEqual(
        ['number', 'source', 'state', 'sealedBy', 'sealedAt', 'manifestHash', 'verdicts'].sort(),
      );
      for (const verdict of shown?.verdicts ?? [])
        expect(Object.keys(verdict).sort()).toEqual(['at', 'isOwn', 'person', 'verdict']);
      expect(shown?.verdicts.map(({ verdict }) => verdict)).toEqual(['approved', 'objected']);
      expect(JSON.stringify(shown)).not.toMatch(/1284|council|tied|withheld|\.json/);
    }
    const everywhere = await web.execute(sql`select (a.*)::text from ops.audit a where a::text like '%1284%'`);
    expect([...everywhere]).toEqual([]);
  });

  it('shows an approver the hash after the own verdict only, and is told whose verdict is the own', async () => {
    draft = await sealSmallEdition(database, { votesOf: () => 21 });
    const hashes = await Promise.all(readers.map(read)).then((shown) => shown.map((each) => each?.manifestHash));
    expect(hashes).toEqual([draft.manifestHash, draft.manifestHash, null]);
    const { sessionToken } = await addSignedIn(owner, 'approver', { name: 'Aisha Omarova' });
    expect((await findSealedDraft(web, sessionToken))?.manifestHash).toBe(null);
    // At the command line, under the same name.
    const counting = database.connectAs('saylau_counting').db;
    await recordVerdict(counting, { ...draft, person: 'aisha omarova', verdict: 'approved', reason: null });
    const shown = await findSealedDraft(web, sessionToken);
    expect(shown).toMatchObject({
      manifestHash: draft.manifestHash,
      state: 'approved by one',
      verdicts: [{ isOwn: true }],
    });
    expect((await read('approver'))?.manifestHash).toBe(null);
  });

  it('is out of date once a lot was drawn, whichever it was', async () => {
    draft = await sealSmallEdition(database, { votesOf: () => 20 });
    const order = ['council-A-1-2', 'council-A-1-3', 'council-A-1-1'];
    const lot = { contestId: 'council-A-1', order, drawnBy: 'Chair', recordedBy: 'Clerk' };
    await recordLot(database.connectAs('saylau_counting').db, lot);
    const shown = await read('leadership');
    expect(shown?.state).toBe('out of date');
    expect(JSON.stringify(shown)).not.toMatch(/council|lot|Clerk|Chair/);
  });
});
