import { beforeAll, describe, expect, it } from 'vitest';
import { commentIncident } from '#db/incidents/commentIncident.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { roleUrl } from '#db/roles.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fileOne, inEnglish, officer } from '../../support/incidents.ts';
import { until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

describe('api/v2/summary.json', () => {
  const database = openTestDatabase();
  beforeAll(async () => {
    process.env.WEB_DATABASE_URL = roleUrl(database.url, 'saylau_web');
    await loadSmallElection(database.client.db);
  });
  const ask = async (query = '', headers: Record<string, string> = {}) => {
    const { GET } = await import('#app/api/v2/summary.json/route.ts');
    return GET(
      new Request(`http://board.example/api/v2/summary.json${query}`, {
        headers: { host: 'board.example', 'x-forwarded-for': '10.9.0.1', ...headers },
      }),
    );
  };
  const read = async (query = '') => (await ask(query)).json();

  it('says in the form of Statuspage that all works', async () => {
    expect(await read()).toMatchObject({
      electionId: 'rehearsal-small',
      isTest: true,
      page: {
        id: 'rehearsal-small',
        name: '[Rehearsal] Small election',
        time_zone: 'Asia/Almaty',
        url: 'http://board.example/en/status',
      },
      status: { indicator: 'none', description: 'All Systems Operational' },
      incidents: [],
      scheduled_maintenances: [],
    });
    expect(
      (await read()).components.map(({ id, status }: { id: string; status: string }) => `${id} ${status}`),
    ).toEqual([
      'authorization operational',
      'sms_codes operational',
      'web_site operational',
      'app operational',
      'station_equipment operational',
      'connectivity operational',
      'paper operational',
    ]);
  });

  it('has open incidents with their updates, and none of what is for the staff', async () => {
    const { db } = database.client;
    await fileOne(db, { isPublic: false, severity: 'critical', title: inEnglish('CANARY internal') });
    await fileOne(db, { severity: 'minor', category: 'app' });
    const number = await fileOne(db, {
      title: { kk: 'Сайт баяу', ru: 'Сайт медленный' },
      evidence: { host: 'CANARY' },
    });
    await updateIncident(db, officer('CANARY officer'), number, { rowVersion: 1, state: 'identified', isPublic: true });
    await updateIncident(db, officer('CANARY officer'), number, {
      rowVersion: 2,
      state: 'monitoring',
      text: inEnglish('Repaired'),
      isPublic: true,
    });
    await commentIncident(db, officer('CANARY officer'), number, inEnglish('CANARY'));
    await until(async () => (await read()).incidents[0]?.status === 'monitoring');
    const summary = await read('?lang=kk');
    expect(summary.status).toEqual({ indicator: 'major', description: 'Ішінара ақау' });
    expect(summary.incidents).toMatchObject([
      {
        id: 'I-0003',
        name: 'Сайт баяу',
        status: 'monitoring',
        impact: 'major',
        shortlink: 'http://board.example/kk/status#I-0003',
        incident_updates: [
          { status: 'monitoring', body: 'Repaired' },
          { status: 'identified', body: 'Жаңа күйі: Себебі табылды.' },
          { status: 'investigating' },
        ],
        components: [{ id: 'web_site', status: 'partial_outage' }],
      },
      { id: 'I-0002', impact: 'minor', components: [{ id: 'app', status: 'degraded_performance' }] },
    ]);
    expect(JSON.stringify(summary)).not.toMatch(/CANARY|evidence|fingerprint/);
  });

  it('answers 304 to who has it, and counts towards the limit of the public API', async () => {
    const first = await ask();
    const again = await ask('', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, Number(again.headers.get('ratelimit-remaining'))]).toEqual([304, expect.any(Number)]);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
  });
});
