import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqlState } from '#db/aggregate/serialization.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { confirmPublication, listOpenPublications, proposePublication } from '#db/counting/movePublication.ts';
import { recordRetraction } from '#db/counting/recordRetraction.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { giveVerdict } from '#db/release/giveVerdict.ts';
import { endProposal } from '#db/schedule/endProposal.ts';
import { listProposals } from '#db/schedule/listProposals.ts';
import { proposeSchedule } from '#db/schedule/proposeSchedule.ts';
import { Conflict, Forbidden } from '#domain/errors.ts';
import { publicationInForce, windowsInForce } from '#domain/schedule.ts';
import { type Action, reachOf } from '#domain/staff/policy.ts';
import { staffRoles } from '#domain/staff/roles.ts';
import { sealDraft } from '#server/counting/sealDraft.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { until } from '../../support/liveServer.ts';
import { approveTwice, releaseSmallEdition, sealSmallEdition, testSigningKey } from '../../support/releaseEdition.ts';
import {
  addScheduler,
  addSchedulers,
  at,
  extension,
  loadSchedule,
  publicationAt,
  type Scheduler,
} from '../../support/schedule.ts';
import { smallElection } from '../../support/smallElection.ts';
import { addSession } from '../../support/staffSessions.ts';

type SmallDraft = Awaited<ReturnType<typeof sealSmallEdition>>;

let database: TestDatabase;
let owner: DatabaseClient['db'];
let db: DatabaseClient['db'];
let leader: Scheduler;
let approver: Scheduler;
beforeEach(async () => {
  database = await createTestDatabase();
  owner = database.client.db;
  await loadSchedule(owner);
  ({ leader, approver } = await addSchedulers(owner));
  db = database.connectAs('saylau_web').db;
});
afterEach(() => database.drop());

const confirm = (proposal: number, by = approver) => endProposal(db, by, proposal, { outcome: 'confirmed' });
const inForce = async () => {
  const schedule = await getSchedule(db);
  return { closesAt: windowsInForce(schedule)[0]?.closesAt, publishAt: publicationInForce(schedule)?.publishAt };
};
const setNow = (text: string) => setBoardClock(database.client.db, clockAt(Date.parse(at(text)), 0));
const auditRows = () =>
  db.execute<{ action: string; person_name: string; before: object | null; after: Record<string, unknown> }>(
    sql`select action, person_name, before, after from ops.audit where object = 'schedule/1' order by id`,
  );

describe('a change of the schedule', () => {
  test('is announced when a second person confirms it, in three languages, at once and in the log', async () => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    expect((await inForce()).closesAt).toBe(at('03T14:00'));
    expect(await listProposals(db, leader)).toMatchObject([
      { id: 1, isOwn: true, proposedBy: 'Aisha', from: { closesAt: at('03T14:00') }, end: null },
    ]);
    const version = await confirm(proposal);
    const schedule = await getSchedule(db);
    expect(schedule.windows.at(-1)).toEqual({
      channel: 'online',
      opensAt: at('01T00:00'),
      closesAt: at('04T14:00'),
      announcedAt: at('02T12:00'),
      reason: extension('04T14:00').reason,
      decidedBy: extension('04T14:00').decidedBy,
    });
    expect(await getFeed(db)).toMatchObject({ version, scheduleVersion: version });
    expect(await auditRows()).toMatchObject([
      { action: 'schedule.propose', person_name: 'Aisha', after: { reason: { en: 'The site did not answer' } } },
      { action: 'schedule.confirm', person_name: 'Bolat', after: { channel: 'online', proposedBy: 'Aisha' } },
    ]);
    expect(await listProposals(db, null)).toMatchObject([{ end: { outcome: 'confirmed', by: 'Bolat' } }]);
  });

  test.each([
    [
      'with the same account under another name',
      async () => {
        await owner.execute(sql`update auth.person set name = 'Anna' where id = ${leader.id}`);
        return leader;
      },
    ],
    ['with another account of the same name', () => addScheduler(owner, 'leadership', ' AISHA\u200b ')],
  ])('is not confirmed by whoever proposed it, %s', async (_, open) => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    const by = await open();
    await expect(confirm(proposal, by)).rejects.toThrow(/a second person/);
    await expect(endProposal(db, by, proposal, { outcome: 'declined', note: 'no' })).rejects.toThrow(/a second person/);
    expect((await inForce()).closesAt).toBe(at('03T14:00'));
  });

  test('is confirmed once of ten who do so at the same moment; the others are told who was first', async () => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    const people = await Promise.all(Array.from({ length: 10 }, () => addScheduler(owner, 'approver')));
    const outcomes = await Promise.allSettled(people.map((by) => confirm(proposal, by)));
    const winner = people[outcomes.findIndex(({ status }) => status === 'fulfilled')];
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(lost).toHaveLength(9);
    for (const error of lost) {
      expect(error).toBeInstanceOf(Conflict);
      expect(error.message).toMatch(new RegExp(`it is confirmed already, by ${winner?.name} at 2020-10-02T06:00`));
    }
    expect((await getSchedule(db)).windows).toHaveLength(2);
    expect(await auditRows()).toHaveLength(2);
  });

  test('of two proposals for the same thing the second confirmed is overtaken, at the same moment too', async () => {
    const proposals = await Promise.all(
      ['04T14:00', '04T20:00'].map((time) => proposeSchedule(db, leader, extension(time))),
    );
    const outcomes = await Promise.allSettled(proposals.map((proposal) => confirm(proposal)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(String(lost?.reason)).toMatch(/changed since this was proposed/);
  });

  test('is overtaken by an announcement of the package, and waits for none while both are made', async () => {
    const proposal = await proposeSchedule(db, leader, extension('04T20:00'));
    const [, packaged] = smallElection.election.windows;
    if (!packaged) throw new Error('the small election is extended');
    const rounds = await Promise.allSettled([confirm(proposal), announceWindow(database.client.db, packaged)]);
    expect(rounds[1].status).toBe('fulfilled');
    const second = await proposeSchedule(db, leader, extension('04T21:00'));
    const announcedAt = at('02T20:00');
    await announceWindow(database.client.db, { ...packaged, announcedAt });
    await expect(confirm(second)).rejects.toThrow(/changed since this was proposed/);
  });

  test('is written for what its proposer saw in force', async () => {
    const seenAt = at('02T11:00');
    await expect(proposeSchedule(db, leader, extension('04T14:00', { seenAt }))).rejects.toThrow(/changed since/);
    await proposeSchedule(db, leader, extension('04T14:00', { seenAt: '2020-09-01T00:00:00+06:00' }));
  });

  test('is declined by another with a reason, withdrawn by its proposer only, and then over', async () => {
    const first = await proposeSchedule(db, leader, extension('04T14:00'));
    await endProposal(db, approver, first, { outcome: 'declined', note: 'The site works again' });
    await expect(confirm(first)).rejects.toThrow(/it is declined already, by Bolat/);
    const second = await proposeSchedule(db, leader, extension('04T14:00'));
    const colleague = await addScheduler(owner, 'leadership');
    await expect(endProposal(db, colleague, second, { outcome: 'withdrawn' })).rejects.toThrow(/only whoever proposed/);
    await endProposal(db, leader, second, { outcome: 'withdrawn' });
    await expect(confirm(second)).rejects.toThrow(/it is withdrawn already, by Aisha/);
    await expect(confirm(99)).rejects.toThrow(/no proposal 99/);
    expect((await getFeed(db)).scheduleVersion).toBe((await getFeed(db)).version);
    expect((await getSchedule(db)).windows).toHaveLength(1);
  });

  test('is checked again when it is confirmed: its time may have passed', async () => {
    const proposal = await proposeSchedule(db, leader, extension('02T12:01'));
    await setNow('02T12:01');
    await expect(confirm(proposal)).rejects.toThrow(/has passed/);
  });
});

describe('voting times and the publication', () => {
  test('are in order: the publication is moved first where voting would last longer', async () => {
    await expect(proposeSchedule(db, leader, extension('05T12:00'))).rejects.toThrow(/move the publication first/);
    const moved = await proposeSchedule(db, leader, publicationAt('06T12:00'));
    await confirm(moved);
    await confirm(await proposeSchedule(db, leader, extension('05T12:00')));
    await expect(proposeSchedule(db, leader, publicationAt('05T12:00'))).rejects.toThrow(/after the close/);
    expect(await inForce()).toEqual({ closesAt: at('05T12:00'), publishAt: at('06T12:00') });
  });

  test('cannot cross while both are confirmed at the same moment', async () => {
    const proposals = [
      await proposeSchedule(db, leader, extension('05T11:00')),
      await proposeSchedule(db, leader, publicationAt('04T12:00')),
    ];
    const outcomes = await Promise.allSettled(proposals.map((proposal) => confirm(proposal)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { closesAt = '', publishAt = '' } = await inForce();
    expect(Date.parse(closesAt)).toBeLessThan(Date.parse(publishAt));
  });

  test('stay as they are once a count is sealed, but for the publication', async () => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    await setNow('03T15:00');
    const reopening = await proposeSchedule(db, leader, extension('04T20:00'));
    await sealSmallEdition(database);
    for (const each of [proposal, reopening]) await expect(confirm(each)).rejects.toThrow(/counted and sealed/);
    await confirm(await proposeSchedule(db, leader, publicationAt('06T12:00')));
  });

  test.each<[string, (draft: SmallDraft) => Promise<void>]>([
    [
      'was objected to',
      (draft) =>
        recordVerdict(database.connectAs('saylau_counting').db, {
          ...draft,
          person: 'Dana',
          verdict: 'objected',
          reason: 'a region is missing',
        }),
    ],
    [
      'is out of date, for a contest was taken back',
      () =>
        recordRetraction(database.connectAs('saylau_counting').db, {
          contestId: 'council-A-1',
          reason: { kk: 'c', ru: 'c', en: 'a complaint' },
          decidedBy: 'Court',
        }),
    ],
  ])('are moved again where the sealed draft %s; it is never released, and a new count stands', async (_, fell) => {
    await setNow('03T15:00');
    const draft = await sealSmallEdition(database);
    await expect(proposeSchedule(db, leader, extension('04T14:00'))).rejects.toThrow(/counted and sealed/);
    await fell(draft);
    await confirm(await proposeSchedule(db, leader, extension('04T14:00')));
    expect((await inForce()).closesAt).toBe(at('04T14:00'));
    await approveTwice(database, draft).catch(() => {});
    await setNow('05T12:00');
    expect(await releaseDue(database.connectAs('saylau_aggregator').db)).toBe(null);
    await setNow('04T15:00');
    await sealSmallEdition(database);
    await expect(proposeSchedule(db, leader, extension('04T20:00'))).rejects.toThrow(/counted and sealed/);
  });

  test('an objection and a reopening at the same moment leave voting closed or the draft fallen', async () => {
    await setNow('03T15:00');
    const reopening = await proposeSchedule(db, leader, extension('04T20:00'));
    const draft = await sealSmallEdition(database);
    const objector = await addScheduler(owner, 'approver', 'Dana');
    const objected = { verdict: 'objected', hash: draft.manifestHash, reason: 'a region is missing' } as const;
    const [moved, given] = await Promise.allSettled([confirm(reopening), giveVerdict(db, objector, objected)]);
    expect(given.status).toBe('fulfilled');
    expect((await inForce()).closesAt).toBe(moved.status === 'fulfilled' ? at('04T20:00') : at('03T14:00'));
  });

  test('a draft counted before voting was reopened is not sealed', async () => {
    await setNow('03T15:00');
    const { edition } = await sealSmallEdition(database);
    // As if its files were still being written.
    await database.client.db.execute(sql`update sealed.edition set state = 'replaced'`);
    await setNow('03T15:01');
    await confirm(await proposeSchedule(db, leader, extension('04T20:00')));
    const draft = {
      edition,
      source: 'protocols',
      by: 'Counting hall',
      signingKey: testSigningKey,
      lastAct: 0,
    } as const;
    const sealing = sealDraft(database.connectAs('saylau_counting'), draft);
    await expect(sealing).rejects.toThrow(/voting times were changed while this was counted/);
  });

  test('stay as they are once results are public', async () => {
    const [first, second] = [
      await proposeSchedule(db, leader, publicationAt('06T12:00')),
      await proposeSchedule(db, leader, extension('04T14:00')),
    ];
    await releaseSmallEdition(database);
    for (const each of [first, second]) await expect(confirm(each)).rejects.toThrow(/results are public/);
  });
});

describe('a move of the publication beside the release', () => {
  test('one of the two is first, and the other sees it', async () => {
    await announcePublication(database.client.db, {
      publishAt: at('03T15:00'),
      announcedAt: at('01T10:00'),
      reason: null,
      decidedBy: { kk: 'c', ru: 'c', en: 'c' },
    });
    const proposal = await proposeSchedule(db, leader, publicationAt('06T12:00'));
    await setNow('03T15:00');
    await approveTwice(database, await sealSmallEdition(database));
    const aggregators = Array.from({ length: 4 }, () => releaseDue(database.connectAs('saylau_aggregator').db));
    const [moved, ...released] = await Promise.allSettled([confirm(proposal), ...aggregators]);
    expect(released.every(({ status }) => status === 'fulfilled')).toBe(true);
    const { release } = await getFeed(db);
    expect((await inForce()).publishAt).toBe(moved.status === 'fulfilled' ? at('06T12:00') : at('03T15:00'));
    expect(release === null).toBe(moved.status === 'fulfilled');
  });
});

describe('the command line', () => {
  const texts = { kk: 'e', ru: 'e', en: 'e' };
  test('proposes what the console confirms, and the reverse', async () => {
    const counting = database.connectAs('saylau_counting').db;
    const move = { publishAt: at('06T12:00'), reason: texts, decidedBy: texts, proposedBy: 'Chingiz' };
    await confirm(await proposePublication(counting, move));
    const proposal = await proposeSchedule(db, leader, publicationAt('07T12:00'));
    expect(await listOpenPublications(counting)).toEqual([
      { id: proposal, publishAt: at('07T12:00'), proposedBy: 'Aisha' },
    ]);
    await expect(confirmPublication(counting, proposal, 'aisha')).rejects.toThrow(/a second person/);
    await confirmPublication(counting, proposal, 'Chingiz');
    expect((await inForce()).publishAt).toBe(at('07T12:00'));
  });

  test('moves no voting times', async () => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    const counting = database.connectAs('saylau_counting').db;
    await expect(confirmPublication(counting, proposal, 'Chingiz')).rejects.toThrow(/no proposal 1/);
    for (const work of [
      proposeSchedule(counting, leader, extension('04T14:00')),
      endProposal(counting, approver, proposal, { outcome: 'confirmed' }),
    ])
      expect(sqlState(await work.catch((error: unknown) => error))).toBe('42501');
  });
});

describe('whoever acts', () => {
  const everyEnd = ['confirmed', 'declined', 'withdrawn'] as const;
  const isRefused = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    return error instanceof Forbidden && error.message.startsWith('no living session');
  };
  const actionOf = {
    confirmed: 'schedule.confirm',
    declined: 'schedule.confirm',
    withdrawn: 'schedule.propose',
  } as const;

  test.each(staffRoles)('as %s may what the policy says, by the word of the database', async (role) => {
    const by = await addScheduler(owner, role);
    const isNever = (action: Action) => reachOf(role, action) === 'never';
    expect(await isRefused(proposeSchedule(db, by, extension('04T15:00')))).toBe(isNever('schedule.propose'));
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    for (const outcome of everyEnd) {
      const ending = endProposal(db, by, proposal, { outcome, note: 'no' });
      expect([outcome, await isRefused(ending)]).toEqual([outcome, isNever(actionOf[outcome])]);
    }
  });

  test.each<[string, () => Promise<Scheduler>]>([
    ['with a forged token', async () => ({ ...leader, sessionToken: 'a token that nobody has' })],
    ['with no token', async () => ({ ...leader, sessionToken: '' })],
    [
      'without the code that the account asks for',
      async () => ({ ...leader, sessionToken: await addSession(owner, leader.id, false) }),
    ],
    [
      'disabled meanwhile',
      async () => {
        await owner.execute(sql`update auth.person set disabled_at = clock_timestamp() where id = ${leader.id}`);
        return leader;
      },
    ],
    [
      'after the session ran out',
      async () => {
        await owner.execute(sql`update auth.session set expires_at = clock_timestamp() where user_id = ${leader.id}`);
        return leader;
      },
    ],
  ])('%s is nobody', async (_, open) => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    const colleague = await addScheduler(owner, 'leadership');
    const second = await proposeSchedule(db, colleague, extension('04T15:00'));
    const by = await open();
    expect(await isRefused(proposeSchedule(db, by, extension('04T16:00')))).toBe(true);
    for (const outcome of everyEnd)
      for (const each of [proposal, second])
        expect(await isRefused(endProposal(db, by, each, { outcome, note: 'no' }))).toBe(true);
    expect((await listProposals(db, null)).map(({ end }) => end)).toEqual([null, null]);
  });

  test('is disabled while the confirmation waits, and nothing is announced', async () => {
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    const holder = await database.client.connection.reserve();
    await holder`begin`;
    await holder`select from sealed.gate for update`;
    const confirmed = isRefused(confirm(proposal));
    await until(async () => (await listWaiting()) > 0);
    await owner.execute(sql`update auth.person set disabled_at = clock_timestamp() where id = ${approver.id}`);
    await holder`commit`;
    holder.release();
    expect(await confirmed).toBe(true);
    expect((await inForce()).closesAt).toBe(at('03T14:00'));
  });

  const listWaiting = async () =>
    (
      await owner.execute(sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    ).length;
});

describe('the role of the pages', () => {
  test('names nobody: with the names of two people it moves nothing', async () => {
    const actor = (name: string, role: string) =>
      `'${JSON.stringify({ id: name, name, key: name.toLowerCase(), role, address: null })}'::jsonb`;
    const change = `'${JSON.stringify(extension('04T14:00'))}'::jsonb`;
    const proposal = await proposeSchedule(db, leader, extension('04T14:00'));
    for (const statement of [
      `select * from ops.propose_schedule(${change}, ${actor('Aisha', 'leadership')})`,
      `select * from ops.end_schedule_proposal(${proposal}, 'confirmed', null, ${actor('Bolat', 'approver')})`,
      `select * from ops.propose_publication_by_name(${change}, 'Aisha')`,
      `select * from ops.confirm_publication_by_name(${proposal}, 'Bolat')`,
      `select ops.schedule_actor('p', 'Bolat', 'approver', null)`,
      `select ops.find_schedule_person('x', 'propose')`,
      `select ops.hold_schedule_person('x', 'propose')`,
    ]) {
      const failure = await db.execute(sql.raw(statement)).catch((error: unknown) => error);
      expect([statement, sqlState(failure)]).toEqual([statement, '42501']);
    }
    expect((await inForce()).closesAt).toBe(at('03T14:00'));
    expect((await listProposals(db, null)).map(({ end }) => end)).toEqual([null]);
  });

  test('changes neither announcements nor proposals but through the functions', async () => {
    for (const statement of [
      `insert into board.window_change (channel, opens_at, closes_at, announced_at, decided_by)
        values ('online', now(), now() + interval '1 day', now(), '{}')`,
      `insert into board.publication_change (publish_at, announced_at, decided_by) values (now(), now(), '{}')`,
      'insert into ops.schedule_proposal default values',
      `update ops.schedule_proposal set proposed_key = 'x'`,
      'delete from ops.schedule_proposal',
      'update board.version set schedule_version = 0',
      'select ops.schedule_fault(null)',
      'select from sealed.edition',
    ]) {
      const failure = await db.execute(sql.raw(statement)).catch((error: unknown) => error);
      expect([statement, sqlState(failure)]).toEqual([statement, '42501']);
    }
  });

  test('keeps nothing of the last election', async () => {
    await proposeSchedule(db, leader, extension('04T14:00'));
    await loadElection(database.client.db, smallElection, {
      isTest: true,
      clock: clockAt(Date.parse(at('02T12:00')), 0),
    });
    expect(await listProposals(db, null)).toEqual([]);
    await expect(proposeSchedule(db, leader, extension('04T14:00'))).rejects.toThrow(/no voting times are announced/);
  });
});
