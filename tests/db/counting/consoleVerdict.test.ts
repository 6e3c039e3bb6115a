import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { getDraft } from '#db/counting/getDraft.ts';
import { personKey } from '#db/counting/personKey.ts';
import { recordRetraction } from '#db/counting/recordRetraction.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { giveVerdict } from '#db/release/giveVerdict.ts';
import { Forbidden } from '#domain/errors.ts';
import type { StaffRole } from '#domain/staff/person.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { approveTwice, sealSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addSession, addSignedIn } from '../../support/staffSessions.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const publishAt = '2020-10-05T12:00:00+06:00';

describe('a verdict at the console', () => {
  let database: TestDatabase;
  let owner: DatabaseClient['db'];
  let web: DatabaseClient;
  let counting: DatabaseClient['db'];
  let draft: Awaited<ReturnType<typeof sealSmallEdition>>;
  beforeEach(async () => {
    database = await createTestDatabase();
    owner = database.client.db;
    web = database.connectAs('saylau_web');
    counting = database.connectAs('saylau_counting').db;
    await loadSmallElection(owner);
    const change = {
      publishAt,
      announcedAt: '2020-09-01T00:00:00+06:00',
      reason: null,
      decidedBy: names('commission'),
    };
    await announcePublication(owner, change);
    draft = await sealSmallEdition(database);
  });
  afterEach(() => database.drop());

  const give = (sessionToken: string, verdict: 'approved' | 'objected', hash = draft.manifestHash) =>
    giveVerdict(
      web.db,
      { sessionToken, address: '10.0.0.1' },
      verdict === 'approved' ? { verdict, hash } : { verdict, hash, reason: 'the sum of council A is 1 284' },
    );
  const byName = (person: string, verdict: 'approved' | 'objected' = 'approved') =>
    recordVerdict(counting, { ...draft, person, verdict, reason: 'a wrong sum' });
  const refusalOf = (given: Promise<unknown>) =>
    given.then(
      () => 'taken',
      (error: unknown) => (error instanceof Error ? (error.message.split(':')[0] ?? '') : 'unknown'),
    );
  const listActs = async () =>
    (await owner.execute<{ act: string }>(sql`select person || ' ' || kind as act from sealed.act order by id`)).map(
      ({ act }) => act,
    );
  const approver = (name?: string) => addSignedIn(owner, 'approver', name === undefined ? {} : { name });

  it('of two approvers makes the draft ready, and it is released at its time', async () => {
    const [one, other] = [await approver(), await approver()];
    await give(one.sessionToken, 'approved');
    expect((await getDraft(counting)).state).toBe('approved by one');
    await give(other.sessionToken, 'approved', draft.manifestHash.slice(0, 12));
    expect((await getDraft(counting)).state).toBe('ready');
    await setBoardClock(owner, clockAt(Date.parse(publishAt), 0));
    expect(await releaseDue(database.connectAs('saylau_aggregator').db)).toBeTypeOf('number');
    const [edition] = await owner.execute(sql`select approved_by from published.edition`);
    expect(edition).toEqual({ approved_by: [one.name, other.name] });
    const third = await approver();
    expect(await refusalOf(give(third.sessionToken, 'objected'))).toBe('released');
  });

  it('is taken once a person: by account, by name, at the console and at the command line', async () => {
    const aisha = await approver('Айша Омарова');
    await give(aisha.sessionToken, 'approved');
    expect(await refusalOf(give(await addSession(owner, aisha.id), 'approved'))).toBe('given');
    await expect(byName(' АЙША  омарова')).rejects.toThrow(/has approved already/);
    // Under another name it is the same account.
    await owner.execute(sql`update auth.person set name = 'Somebody Else' where id = ${aisha.id}`);
    expect(await refusalOf(give(aisha.sessionToken, 'approved'))).toBe('given');
    await byName('Bolat Serikov');
    const bolat = await approver('bolat-serikov');
    expect(await refusalOf(give(bolat.sessionToken, 'approved'))).toBe('given');
    const namesake = await approver('Айша\u200b Омарова');
    expect(await refusalOf(give(namesake.sessionToken, 'approved'))).toBe('given');
    expect(await listActs()).toEqual(['Айша Омарова approved', 'Bolat Serikov approved']);
  });

  it('of an objection stops it, also after the own approval, and nobody takes it back', async () => {
    const [one, other] = [await approver(), await approver()];
    for (const { sessionToken } of [one, other]) await give(sessionToken, 'approved');
    await give(one.sessionToken, 'objected');
    expect(await refusalOf(give(one.sessionToken, 'objected'))).toBe('given');
    const third = await approver();
    await give(third.sessionToken, 'objected');
    expect(await refusalOf(give(third.sessionToken, 'approved'))).toBe('objected');
    await setBoardClock(owner, clockAt(Date.parse(publishAt), 0));
    expect(await releaseDue(database.connectAs('saylau_aggregator').db)).toBe(null);
    expect((await getDraft(counting)).verdicts.at(-1)?.reason).toBe('the sum of council A is 1 284');
  });

  it('needs the hash of the draft that is open, and says nothing of it', async () => {
    const { sessionToken } = await approver();
    const wrong = draft.manifestHash.replace(/^./, (digit) => (digit === 'f' ? '0' : 'f'));
    for (const hash of [wrong, wrong.slice(0, 12), draft.manifestHash.slice(1, 13)]) {
      const error: unknown = await give(sessionToken, 'approved', hash).catch((reason: unknown) => reason);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(draft.manifestHash.slice(0, 8));
      expect(await refusalOf(give(sessionToken, 'approved', hash))).toBe('other_hash');
    }
    for (const hash of [draft.manifestHash.slice(0, 11), '', '%', '.'.repeat(12), `${draft.manifestHash}0`])
      expect(await refusalOf(give(sessionToken, 'approved', hash))).toBe('no_hash');
    await sealSmallEdition(database, { votesOf: () => 20 });
    expect(await refusalOf(give(sessionToken, 'approved'))).toBe('other_hash');
    expect(await listActs()).toEqual([]);
  });

  it.each<[string, (db: DatabaseClient['db']) => Promise<string>]>([
    ['nobody', async () => ''],
    ['a forged session', async () => 'a token that nobody has'],
    ['an approver without a second factor', async (db) => tokenOf(db, 'approver', { hasSecondFactor: false })],
    ['an approver who signed in with the password alone', async (db) => tokenOf(db, 'approver', { withCode: false })],
    ['an administrator', async (db) => tokenOf(db, 'admin')],
    ['somebody who counts', async (db) => tokenOf(db, 'counting')],
    ['the leadership', async (db) => tokenOf(db, 'leadership')],
    ['a duty officer', async (db) => tokenOf(db, 'duty')],
    [
      'a disabled approver',
      async (db) => {
        const { id, sessionToken } = await addSignedIn(db, 'approver');
        await db.execute(sql`update auth.person set disabled_at = clock_timestamp() where id = ${id}`);
        return sessionToken;
      },
    ],
    [
      'an approver whose session ran out',
      async (db) => {
        const { sessionToken } = await addSignedIn(db, 'approver');
        await db.execute(sql`update auth.session set expires_at = clock_timestamp() where token = ${sessionToken}`);
        return sessionToken;
      },
    ],
    [
      'an approver who signed out',
      async (db) => {
        const { sessionToken } = await addSignedIn(db, 'approver');
        await db.execute(sql`delete from auth.session where token = ${sessionToken}`);
        return sessionToken;
      },
    ],
  ])('is not taken of %s', async (_, open) => {
    const token = await open(owner);
    for (const verdict of ['approved', 'objected'] as const)
      await expect(give(token, verdict)).rejects.toThrow(Forbidden);
    expect(await listActs()).toEqual([]);
  });

  it('is not taken of somebody who is disabled while it waits', async () => {
    const { id, sessionToken } = await approver();
    const holder = await database.client.connection.reserve();
    await holder`begin`;
    await holder`select from sealed.gate for update`;
    const given = refusalOf(give(sessionToken, 'approved'));
    await until(owner, 'waits for the gate');
    await owner.execute(sql`update auth.person set disabled_at = clock_timestamp() where id = ${id}`);
    await holder`commit`;
    holder.release();
    expect(await given).toBe('no_session');
    expect(await listActs()).toEqual([]);
  });

  it('is one where the same person sends it ten times at once, by two ways', async () => {
    const aisha = await approver('Aisha Omarova');
    const tokens = await Promise.all(Array.from({ length: 5 }, () => addSession(owner, aisha.id)));
    const answers = await Promise.all([
      ...tokens.map((token) => refusalOf(give(token, 'approved'))),
      ...tokens.map(() => refusalOf(byName('Aisha Omarova'))),
    ]);
    expect(answers.filter((answer) => answer === 'taken').length).toBe(1);
    expect(await listActs()).toEqual(['Aisha Omarova approved']);
  });

  it('against the release at the same moment is taken before it or refused after it', async () => {
    await approveTwice(database, draft);
    await setBoardClock(owner, clockAt(Date.parse(publishAt), 0));
    const { sessionToken } = await approver();
    const aggregator = database.connectAs('saylau_aggregator').db;
    const [objection, version] = await Promise.all([refusalOf(give(sessionToken, 'objected')), releaseDue(aggregator)]);
    expect(objection === 'taken').toBe(version === null);
    expect(['taken', 'released']).toContain(objection);
  });

  it('stands in the audit log with the number, the first digits of the hash and the verdict, and no text', async () => {
    const one = await approver();
    await give(one.sessionToken, 'approved');
    await give(one.sessionToken, 'objected');
    await refusalOf(give(one.sessionToken, 'objected'));
    const rows = await web.db.execute(sql`
      select person_id, action, object, after, before, address from ops.audit where action like 'results.%' order by id`);
    const entry = (action: string, verdict: string) => ({
      person_id: one.id,
      action,
      object: 'edition/1',
      after: { hash: draft.manifestHash.slice(0, 12), verdict },
      before: null,
      address: '10.0.0.1',
    });
    expect([...rows]).toEqual([entry('results.approve', 'approved'), entry('results.object', 'objected')]);
  });

  it('is given by name at the command line through the same rules, and in no other way', async () => {
    for (const statement of [
      sql`insert into sealed.act (kind, edition_id, manifest_hash, person, person_key, body)
        values ('approved', ${draft.editionId}, ${draft.manifestHash}, 'x', 'x', sealed.pad(''))`,
      sql`select sealed.judge(${draft.editionId}, ${draft.manifestHash}, 'approved', null, 'x', 'an account', null)`,
      sql`select ops.judge_draft('x', ${draft.manifestHash}, 'approved', null, null)`,
    ])
      await expect(counting.execute(statement)).rejects.toThrow();
    await recordRetraction(counting, { contestId: 'council-A-1', reason: names('a complaint'), decidedBy: 'Court' });
    expect(await listActs()).toEqual(['Court retracted']);
  });

  it('spells names as every other act of the counting people does', async () => {
    for (const name of [
      'Айгүл Әлиева',
      'АЙГҮЛ  ӘЛИЕВА ',
      'Жанна Ғ. Қасым-Ұлы',
      "O'Brien, Éamon",
      'E\u0301amon O\u2019Brien',
      'Ｗｉｄｅ Ｎａｍｅ',
      'Zero\u200bWidth\u00ad Person\ufeff',
      'Иванов 2-й',
      ' . ',
    ]) {
      const [row] = await owner.execute<{ key: string }>(sql`select sealed.person_key(${name}) as key`);
      expect([name, row?.key]).toEqual([name, keyOf(name)]);
    }
  });

  it('needs read committed, for it must see the newest release', async () => {
    const { sessionToken } = await approver();
    const given = web.connection.begin('isolation level repeatable read', async (tx) => {
      await tx`select ops.judge_draft(${sessionToken}, ${draft.manifestHash}, 'approved', null, null)`;
    });
    await expect(given).rejects.toThrow(/read committed/);
  });
});

function keyOf(name: string): string {
  try {
    return personKey(name);
  } catch {
    return '';
  }
}

async function tokenOf(
  db: DatabaseClient['db'],
  role: StaffRole,
  options: { hasSecondFactor?: boolean; withCode?: boolean } = {},
): Promise<string> {
  return (await addSignedIn(db, role, options)).sessionToken;
}

/** Somebody stands in front of a lock. */
async function until(db: DatabaseClient['db'], what: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const waiting = await db.execute(sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (waiting.length > 0) return;
  }
  throw new Error(`nobody ${what}`);
}
