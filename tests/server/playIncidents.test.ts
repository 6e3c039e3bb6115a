import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '#db/client.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { acknowledgeIncident } from '#db/incidents/acknowledgeIncident.ts';
import { getPublicStatus } from '#db/incidents/getPublicStatus.ts';
import { getResponseTimes } from '#db/incidents/getResponseTimes.ts';
import { listPublicIncidents } from '#db/incidents/listPublicIncidents.ts';
import { listScripts } from '#db/incidents/scripts.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { playIncidents } from '#server/rehearsal/playIncidents.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();
let source: ElectionPackage;
const at = (text: string) => Date.parse(`2020-${text}:00+06:00`);
const play = (text: string) => playIncidents(database.client, source.incidents, at(text));
const clock = {
  mode: 'rehearsal' as const,
  originReal: '2020-01-01T00:00:00Z',
  originElection: '2020-10-02T16:00:00+06:00',
  speed: 0,
};
const officer = { id: 'officer', name: 'Officer', role: 'duty', address: null };

interface Figures extends Record<string, unknown> {
  incidents: number;
  entries: number;
  steps: number;
}

async function count(): Promise<Figures | undefined> {
  const [row] = await database.client.db.execute<Figures>(sql`
    select (select count(*) from ops.incident)::int as incidents, (select count(*) from ops.incident_update)::int as entries,
      (select sum(steps) from ops.incident_script)::int as steps`);
  return row;
}

async function numberOf(reference: string): Promise<number> {
  const script = (await listScripts(database.client.db)).get(reference);
  if (!script) throw new Error(`${reference} is not filed`);
  return script.number;
}

const firstHours = async () =>
  (
    await database.client.db.execute(sql`
  select state, outcome, source, extract(epoch from acknowledged_at - opened_at)::int as to_acknowledge, acknowledged_name,
    extract(epoch from resolved_at - opened_at)::int as to_resolve, opened_at = '2020-09-30T18:05:00Z' as begins_then
  from ops.incident where number = ${await numberOf('first-hours')}`)
  )[0];

beforeAll(async () => {
  source = await readPackage(resolve(import.meta.dirname, '../../elections/kz-primaries-2020'));
});
beforeEach(() => loadElection(database.client.db, source, { isTest: true, clock }));

describe('the technical incidents of the primaries', () => {
  test('on 2 October at 17:00 the public sees one open, of the stations, and the history without the internal one', async () => {
    await play('10-02T17:00');
    const status = await getPublicStatus(database.client.db);
    expect(status.open).toEqual({ critical: 0, major: 0, minor: 1 });
    expect(status.incidents).toMatchObject([
      {
        category: 'station_equipment',
        state: 'identified',
        unitCodes: ['KZ-KAR-SARAN', 'KZ-KAR-TEMIRTAU'],
        openedAt: '2020-10-02T09:42:00.000Z',
      },
    ]);
    expect(await count()).toMatchObject({ incidents: 6 });
    const listed = await database.client.db.transaction((tx) => listPublicIncidents(tx, 50));
    expect(
      listed
        .filter(({ state }) => state === 'resolved')
        .map(({ category }) => category)
        .sort(),
    ).toEqual(['app', 'authorization', 'connectivity', 'sms_codes']);
    const overload = listed.find(({ category }) => category === 'authorization');
    expect(overload?.updates.map(({ at: moment, state }) => [moment, state]).sort()).toEqual([
      ['2020-09-30T18:05:00.000Z', 'investigating'],
      ['2020-09-30T18:35:00.000Z', 'investigating'],
      ['2020-09-30T19:30:00.000Z', 'identified'],
      ['2020-09-30T23:20:00.000Z', 'monitoring'],
      ['2020-10-01T00:00:00.000Z', 'resolved'],
    ]);
  });

  test('in the first hour the critical one is open and acknowledged, and nothing is known of its end', async () => {
    await play('10-01T01:00');
    expect((await getPublicStatus(database.client.db)).open).toEqual({ critical: 1, major: 0, minor: 0 });
    expect(await firstHours()).toMatchObject({ state: 'investigating', to_acknowledge: 240, to_resolve: null });
  });

  test('in the end all are resolved, and the times to acknowledge and to resolve are the script’s to the second', async () => {
    await play('10-08T00:00');
    expect((await getPublicStatus(database.client.db)).open).toEqual({ critical: 0, major: 0, minor: 0 });
    expect(await firstHours()).toEqual({
      state: 'resolved',
      outcome: 'fixed',
      source: 'package',
      to_acknowledge: 240,
      acknowledged_name: 'Айгерім Сәтбаева',
      to_resolve: 21_300,
      begins_then: true,
    });
    const [country, ...regions] = await getResponseTimes(database.client.db);
    expect(country).toMatchObject({ acknowledged: 8, resolved: 8 });
    expect(country).toMatchObject({ acknowledgeMedianSeconds: 380, acknowledgeP90Seconds: 795 });
    expect(country).toMatchObject({ resolveMedianSeconds: 8_100, resolveP90Seconds: 21_300 });
    expect(regions.find(({ regionCode }) => regionCode === 'KZ-VOS')).toMatchObject({
      acknowledgeMedianSeconds: 380,
      resolveMedianSeconds: 6_810,
    });
  });
});

describe('played again and interrupted', () => {
  test('by two players at once, in parts and twice, each step is taken once', async () => {
    await Promise.all([play('10-01T09:00'), play('10-01T09:00'), play('10-02T17:00')]);
    expect(await play('10-02T17:00')).toBe(0);
    await play('10-08T00:00');
    const inParts = await count();
    expect(inParts).toMatchObject({ incidents: 8, steps: source.incidents.flatMap(({ steps }) => steps).length });
    await loadElection(database.client.db, source, { isTest: true, clock });
    await play('10-08T00:00');
    expect(await count()).toEqual(inParts);
  });

  test('what an officer did meanwhile stands: who acknowledged it, and that it is resolved', async () => {
    await play('10-01T00:06');
    const number = await numberOf('first-hours');
    await acknowledgeIncident(database.client.db, officer, number);
    await play('10-01T01:00');
    expect(await firstHours()).toMatchObject({ state: 'investigating', acknowledged_name: 'Officer' });
    const [row] = await database.client.db.execute<{ row_version: number }>(sql`
      select row_version from ops.incident where number = ${number}`);
    await updateIncident(database.client.db, officer, number, {
      rowVersion: row?.row_version ?? 0,
      state: 'resolved',
      isPublic: true,
    });
    const before = await firstHours();
    await play('10-08T00:00');
    expect(await firstHours()).toEqual(before);
    expect((await getPublicStatus(database.client.db)).open).toEqual({ critical: 0, major: 0, minor: 0 });
  });
});
