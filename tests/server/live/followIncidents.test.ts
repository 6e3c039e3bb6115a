import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followIncidents, type IncidentFollower } from '#components/live/followIncidents.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import type { LiveServer } from '#server/live/startLive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { fileOne, officer, passSeconds } from '../../support/incidents.ts';
import { connectTo, type LiveClient, startTestLive, until, watch } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { putCase } from '../../support/violations.ts';

describe('a page that follows the incidents of its curve', () => {
  let database: TestDatabase;
  let live: LiveServer & { base: string };
  let client: LiveClient;
  let follower: IncidentFollower;
  let shown: readonly IncidentMark[] = [];
  const download = async () => (await fetch(`${live.base}/metrics`)).text();
  const downloads = async () =>
    Number(/_requests_total\{[^}]*file="status"[^}]*\} (\d+)/.exec(await download())?.[1] ?? 0);

  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
    live = await startTestLive(database);
    client = connectTo(live.base);
    const answer = await watch(client, { level: 'country', code: 'XX' });
    if (!answer.ok) throw new Error(answer.error);
    const { status } = answer.board;
    const marks = { version: status.version, incidents: [] };
    shown = [];
    follower = followIncidents({
      base: live.base,
      marks,
      status,
      onMarks: (now) => {
        shown = now;
      },
    });
    client.on('status:changed', (told) => follower.tell(told.status, told.spreadMs));
  });
  afterEach(async () => {
    follower.stop();
    client.disconnect();
    await live.stop();
    await database.drop();
  });

  it('[LP25] shows what was opened without a download, and asks for the file when it was resolved', async () => {
    const { db } = database.client;
    const number = await fileOne(db);
    await until(() => shown.length === 1);
    await putCase(db);
    await fileOne(db, { severity: 'critical' });
    await until(() => shown.length === 2);
    expect(await downloads()).toBe(0);
    await passSeconds(db, 600);
    await updateIncident(db, officer('Dana'), number, { rowVersion: 1, state: 'resolved', isPublic: true });
    await until(() => shown.some(({ id, resolvedAt }) => id === 'I-0001' && resolvedAt !== null));
    expect(await downloads()).toBe(1);
    const [first] = shown;
    expect(Date.parse(first?.resolvedAt ?? '') - Date.parse(first?.openedAt ?? '')).toBeGreaterThanOrEqual(600_000);
  });

  it('[LP25] has every one of many that were opened at once', async () => {
    for (let filed = 0; filed < 8; filed += 1) await fileOne(database.client.db, { severity: 'minor' });
    await until(() => shown.length === 8);
    expect(shown.every(({ resolvedAt }) => resolvedAt === null)).toBe(true);
  });
});
