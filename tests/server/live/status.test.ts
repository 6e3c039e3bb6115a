import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { acknowledgeIncident } from '#db/incidents/acknowledgeIncident.ts';
import { closeAsDuplicate } from '#db/incidents/closeAsDuplicate.ts';
import { commentIncident } from '#db/incidents/commentIncident.ts';
import { raiseFalseAlarm } from '#db/incidents/raiseFalseAlarm.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { applyStatus, applyUpdate } from '#domain/applyUpdate.ts';
import type { Scope } from '#domain/board.ts';
import type { IncidentMarks } from '#domain/incidents/incidentMark.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import type { LiveServer } from '#server/live/startLive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fileOne, inEnglish, officer, passSeconds } from '../../support/incidents.ts';
import { connectTo, type LiveClient, next, startTestLive, until, watch } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

const country = { level: 'country', code: 'XX' } as const;
const districtB = { level: 'district', code: 'XX-B-1' } as const;

describe('incidents on the live board', () => {
  let database: TestDatabase;
  let live: LiveServer & { base: string };
  const clients: LiveClient[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
    live = await startTestLive(database);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await live.stop();
    await database.drop();
  });

  const open = async (scope: Scope) => {
    const client = connectTo(live.base);
    clients.push(client);
    const answer = await watch(client, scope);
    if (!answer.ok) throw new Error(answer.error);
    return { client, board: answer.board };
  };
  const readFile = async (): Promise<StatusFile> => (await fetch(`${live.base}/live/status.json`)).json();

  it('[LP23] tells every socket of every scope once, within a second, and the version follows', async () => {
    const pages = [await open(country), await open(districtB)];
    const told = Promise.all(pages.map(({ client }) => next(client, 'status:changed', 1_000)));
    const startedAt = performance.now();
    await fileOne(database.client.db, { severity: 'critical', title: { ru: 'Сайт не отвечает 🔥 <b>' } });
    for (const [index, changed] of (await told).entries()) {
      const before = pages[index]?.board;
      if (!before) throw new Error('no board');
      const { board, isGap } = applyStatus(before, changed);
      expect(isGap).toBe(false);
      expect(board).toMatchObject({
        version: before.version + 1,
        status: {
          version: before.version + 1,
          open: { critical: 1, major: 0, minor: 0 },
          incidents: [{ id: 'I-0001', title: { ru: 'Сайт не отвечает 🔥 <b>' }, unitCodes: [] }],
        },
      });
    }
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('[LP23] comes after the figures of the same moment, and figures go on from it', async () => {
    const { client, board } = await open(country);
    let shown = board;
    client.on('board:changed', (update) => {
      const updated = applyUpdate(shown, update);
      if (updated !== 'gap') shown = updated;
    });
    client.on('status:changed', (changed) => {
      shown = applyStatus(shown, changed).board;
    });
    for (let round = 1; round <= 3; round += 1) {
      await fileOne(database.client.db);
      await database.client.connection`
        insert into vote.ballot (district_code, channel, occurred_at) values ('XX-B-1', 'paper', '2020-10-02 11:00+06')`;
      await foldTurnout(database.client.db);
      await until(() => shown.status.open.major === round && shown.rows[0]?.voted === round);
    }
    expect(shown.version).toBe(board.version + 6);
  });

  it('[LP24] gives who comes later the same with the board, and the timelines in the file', async () => {
    const number = await fileOne(database.client.db, { text: inEnglish('Pages need ten seconds') });
    await updateIncident(database.client.db, officer('Dana'), number, {
      rowVersion: 1,
      state: 'identified',
      text: { en: 'A full disk', kk: 'Диск толған' },
      isPublic: true,
    });
    await until(async () => (await open(country)).board.status.incidents[0]?.state === 'identified');
    const file = await readFile();
    const [row] = await database.client.connection`select ops_version from board.version`;
    expect(file).toMatchObject({ electionId: 'rehearsal-small', isTest: true, version: Number(row?.ops_version) });
    expect(file.incidents).toMatchObject([
      {
        id: 'I-0001',
        resolvedAt: null,
        updates: [
          { state: 'identified', text: { en: 'A full disk', kk: 'Диск толған' } },
          { state: 'investigating', text: { en: 'Pages need ten seconds' } },
        ],
      },
    ]);
    const board = await (await fetch(`${live.base}/live/districts/XX-B-1.json`)).json();
    expect(board.status).toMatchObject({ version: file.version, open: { major: 1 } });
  });

  it('[LP24] never says who, where from, or what is for the staff', async () => {
    const { client } = await open(country);
    const heard: string[] = [];
    client.onAny((...message) => heard.push(JSON.stringify(message)));
    const { db } = database.client;
    const hidden = await fileOne(db, { isPublic: false, title: inEnglish('CANARY internal') });
    const number = await fileOne(db, {
      source: 'alertmanager',
      fingerprint: 'CANARY-fingerprint',
      evidence: { host: 'CANARY-host' },
    });
    await acknowledgeIncident(db, officer('CANARY officer'), number);
    await commentIncident(db, officer('CANARY officer'), number, inEnglish('CANARY note'));
    await updateIncident(db, officer('CANARY officer'), number, {
      rowVersion: 3,
      state: 'resolved',
      text: inEnglish('CANARY for us alone'),
      isPublic: false,
    });
    await commentIncident(db, officer('CANARY officer'), hidden, inEnglish('CANARY note'));
    await until(async () => (await readFile()).incidents[0]?.state === 'resolved');
    // The file may be there a moment before the message.
    await until(async () => heard.some((message) => message.includes('status:changed')));
    const answers = [
      JSON.stringify(await readFile()),
      await (await fetch(`${live.base}/live/board.json`)).text(),
      ...heard,
    ];
    for (const answer of answers) expect(answer).not.toMatch(/CANARY|alertmanager|person|fingerprint|evidence/);
  });

  it('[LP24] makes the file once a change, with ETag and 304', async () => {
    await fileOne(database.client.db);
    await until(async () => (await readFile()).open.major === 1);
    const answer = await fetch(`${live.base}/live/status.json`);
    const etag = answer.headers.get('etag') ?? '';
    const again = await fetch(`${live.base}/live/status.json`, { headers: { 'if-none-match': etag } });
    expect([answer.headers.get('cache-control'), again.status]).toEqual([
      'public, max-age=0, s-maxage=1, stale-while-revalidate=10',
      304,
    ]);
  });

  it('[LP25] gives the marks of a curve without false alarms, duplicates and what is for the staff', async () => {
    const { db } = database.client;
    const readMarks = async (): Promise<IncidentMarks> => (await fetch(`${live.base}/live/incidents.json`)).json();
    const first = await fileOne(db, { severity: 'critical', unitCodes: ['XX-A'], text: inEnglish('CANARY timeline') });
    const second = await fileOne(db);
    const alarm = await fileOne(db);
    await fileOne(db, { isPublic: false, title: inEnglish('CANARY internal') });
    await passSeconds(db, 60);
    await closeAsDuplicate(db, officer('Dana'), second, { rowVersion: 1, of: first });
    await raiseFalseAlarm(db, officer('Dana'), alarm, { rowVersion: 1, reason: inEnglish('A test') });
    await until(async () => (await readMarks()).incidents.length === 1);
    const told = await readMarks();
    expect(told.incidents).toEqual([
      {
        id: 'I-0001',
        severity: 'critical',
        title: inEnglish('The site answers slowly'),
        unitCodes: ['XX-A'],
        openedAt: expect.any(String),
        resolvedAt: null,
      },
    ]);
    expect(told.version).toBe((await readFile()).version);
    expect(JSON.stringify(told)).not.toContain('CANARY');
    await updateIncident(db, officer('Dana'), first, { rowVersion: 1, state: 'resolved', isPublic: true });
    await until(async () => (await readMarks()).incidents[0]?.resolvedAt !== null);
  });

  it('[LP24] stays small with a thousand open incidents', async () => {
    await database.client.connection`
      insert into ops.incident (category, severity, title, is_public, source, opened_by, changed_by)
      select 'app', 'minor', jsonb_build_object('en', repeat('x', 200)), true, 'person', 'a', 'a' from generate_series(1, 1000)`;
    await fileOne(database.client.db, { severity: 'critical' });
    await until(async () => (await (await fetch(`${live.base}/live/board.json`)).json()).status.open.critical === 1);
    const { board } = await open(country);
    expect(board.status.open).toEqual({ critical: 1, major: 0, minor: 1_000 });
    expect(board.status.incidents.map(({ severity }) => severity)).toEqual(['critical', ...Array(4).fill('minor')]);
    expect(JSON.stringify(await readFile()).length).toBeLessThan(40_000);
    expect((await (await fetch(`${live.base}/live/incidents.json`)).text()).length).toBeLessThan(25_000);
  });
});
