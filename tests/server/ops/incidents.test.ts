import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { fileOne, inEnglish } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff } from '../../support/staff.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const path = '/api/ops/incidents';
const filing = { category: 'app', severity: 'critical', title: { kk: 'Қосымша ашылмайды' } };

describe('incidents of the staff', () => {
  const database = openStaff();
  let people: Record<'country' | 'officerA' | 'otherA' | 'officerB' | 'commissionA', StaffBrowser>;
  beforeAll(async () => {
    const { db } = database.client;
    await loadSmallElection(db);
    const signedIn = async (some: Parameters<typeof addStaff>[1]) => {
      const browser = openBrowser();
      await browser.signIn((await addStaff(db, some)).email);
      return browser;
    };
    people = {
      country: await signedIn({ role: 'duty', name: 'Aigerim' }),
      officerA: await signedIn({ role: 'duty', name: 'Bolat', regionCode: 'XX-A' }),
      otherA: await signedIn({ role: 'duty', name: 'Dana', regionCode: 'XX-A' }),
      officerB: await signedIn({ role: 'duty', name: 'Erlan', regionCode: 'XX-B' }),
      commissionA: await signedIn({
        role: 'commission',
        name: 'Gulnar',
        commissionLevel: 'region',
        regionCode: 'XX-A',
      }),
    };
  });

  const act = (who: StaffBrowser, id: string, verb: string, body: object = {}) =>
    who.send('POST', `${path}/${id}/${verb}`, { body });
  const list = async (who: StaffBrowser, query = ''): Promise<string[]> =>
    (await (await who.send('GET', path + query)).json()).incidents.map(({ id }: StaffIncident) => id);
  const fileIn = async (unitCode: string) => {
    const regionCode = unitCode.slice(0, 4);
    const districtCode = unitCode.length > 4 ? unitCode : null;
    const number = await fileOne(database.client.db, { unitCodes: [unitCode], place: { regionCode, districtCode } });
    return `I-${String(number).padStart(4, '0')}`;
  };

  it('are filed in one’s own region, and answered with what was filed', async () => {
    const answer = await people.officerA.send('POST', path, { body: { ...filing, unitCodes: ['XX-A-1'] } });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      state: 'investigating',
      unitCodes: ['XX-A-1'],
      regionCode: 'XX-A',
      isPublic: true,
      openedBy: 'Bolat',
      source: 'person',
    });
    for (const unitCodes of [['XX-B-1'], [], ['XX-A', 'XX-B']]) {
      const refused = await people.officerA.send('POST', path, { body: { ...filing, unitCodes } });
      expect(refused.status).toBe(403);
    }
  });

  it('are listed for one’s own region, with the worst and the oldest first, and by filter', async () => {
    const [minor, here] = [await fileIn('XX-B-1'), await fileIn('XX-B')];
    const worst = await (
      await people.officerB.send('POST', path, { body: { ...filing, unitCodes: ['XX-B-2'] } })
    ).json();
    expect(await list(people.officerB)).toEqual([worst.id, minor, here]);
    expect(await list(people.officerB, '?severity=major')).toEqual([minor, here]);
    expect(await list(people.officerB, '?category=app&state=open')).toEqual([worst.id]);
    expect(await list(people.officerB, `?q=${encodeURIComponent('ҚОСЫМША')}`)).toEqual([worst.id]);
    expect(await list(people.officerB, `?q=${here}`)).toEqual([here]);
    expect(await list(people.officerB, '?unit=XX-A')).toEqual([]);
    expect((await people.officerB.send('GET', `${path}?unit=xx`)).status).toBe(400);
    expect(await list(people.country, '?unit=XX-B')).toEqual([worst.id, minor, here]);
  });

  it('are asked for again only where something changed', async () => {
    const first = await people.officerA.send('GET', path);
    const etag = first.headers.get('etag') ?? '';
    const again = () => people.officerA.send('GET', path, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    const id = await fileIn('XX-A');
    expect((await again()).status).toBe(200);
    await act(people.officerA, id, 'acknowledge');
    expect((await again()).status).toBe(200);
  });

  it('of another region are not read and not changed', async () => {
    const id = await fileIn('XX-B-1');
    expect((await people.officerA.send('GET', `${path}/${id}`)).status).toBe(403);
    const bodies: Record<string, object> = {
      acknowledge: {},
      update: { rowVersion: 1, state: 'resolved', isPublic: true },
      publish: { rowVersion: 1 },
      assign: { rowVersion: 1, personId: null },
      comment: { text: inEnglish('x') },
      'false-alarm': { rowVersion: 1, reason: inEnglish('x') },
      duplicate: { rowVersion: 1, of: 'I-0001' },
      link: { to: 'I-0001' },
    };
    for (const [verb, body] of Object.entries(bodies)) {
      expect([verb, (await act(people.officerA, id, verb, body)).status]).toEqual([verb, 403]);
    }
    const { incident } = await (await people.officerB.send('GET', `${path}/${id}`)).json();
    expect(incident).toMatchObject({ rowVersion: 1, updates: [{ kind: 'opened' }] });
  });

  it('of one’s own region are not linked with one of another', async () => {
    const [own, other] = [await fileIn('XX-A'), await fileIn('XX-B')];
    expect((await act(people.officerA, own, 'link', { to: other })).status).toBe(403);
    expect((await act(people.officerA, own, 'duplicate', { rowVersion: 1, of: other })).status).toBe(403);
  });

  it('that the country’s people linked with one of another region do not show its title', async () => {
    const [own, other] = [await fileIn('XX-A'), await fileIn('XX-B')];
    const seen = async (who: StaffBrowser) => (await (await who.send('GET', `${path}/${own}`)).json()).incident.links;
    expect((await act(people.country, own, 'link', { to: other })).status).toBe(200);
    expect((await seen(people.country)).map(({ id }: { id: string }) => id)).toEqual([other]);
    expect(await seen(people.officerA)).toEqual([]);
    const answers = [
      await act(people.officerA, own, 'comment', { text: inEnglish('Seen') }),
      await act(people.country, own, 'acknowledge'),
    ];
    const links = await Promise.all(answers.map(async (answer) => (await answer.json()).links.length));
    expect(links).toEqual([0, 1]);
  });

  it('acknowledged by two at once are the first one’s, and the other reads whose', async () => {
    const id = await fileIn('XX-A-2');
    const answers = await Promise.all([act(people.officerA, id, 'acknowledge'), act(people.otherA, id, 'acknowledge')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = answers[0]?.status === 200 ? answers : [...answers].reverse();
    if (!won || !lost) throw new Error('not two answers');
    const { acknowledgedName } = await won.json();
    expect((await lost.json()).message).toContain(`${id} was acknowledged by ${acknowledgedName} at `);
  });

  it('are commented by a commission, for the staff alone, and not worked by it', async () => {
    const id = await fileIn('XX-A');
    const answer = await act(people.commissionA, id, 'comment', { text: inEnglish('Seen at the station') });
    expect((await answer.json()).updates[0]).toMatchObject({ kind: 'note', isPublic: false, personName: 'Gulnar' });
    expect((await act(people.commissionA, id, 'acknowledge')).status).toBe(403);
  });

  it('are given to who may work there, and to nobody else', async () => {
    const id = await fileIn('XX-A');
    const { assignees } = await (await people.officerA.send('GET', `${path}/${id}`)).json();
    expect(assignees.map(({ name }: { name: string }) => name)).toEqual(['Aigerim', 'Bolat', 'Dana']);
    const dana = assignees.find(({ name }: { name: string }) => name === 'Dana').id;
    const given = await (await act(people.officerA, id, 'assign', { rowVersion: 1, personId: dana })).json();
    expect(given).toMatchObject({ assigneeName: 'Dana', acknowledgedName: 'Bolat' });
    const refused = await act(people.officerA, id, 'assign', { rowVersion: 2, personId: 'nobody' });
    expect([refused.status, (await refused.json()).message]).toEqual([400, expect.stringContaining('personId')]);
  });

  it('with what no text can hold are refused clearly, wherever it stands', async () => {
    const id = await fileIn('XX-A');
    const stranger = openBrowser();
    const asked: [StaffBrowser, string, string, object?][] = [
      [people.officerA, 'GET', `${path}?q=%00`],
      [people.commissionA, 'GET', '/api/ops/violations/candidacies?q=a%00'],
      [people.officerA, 'POST', `${path}/${id}/assign`, { rowVersion: 1, personId: '\u0000' }],
      [people.officerA, 'POST', path, { ...filing, unitCodes: ['XX-A'], title: inEnglish('\u200b\u2060') }],
      [people.officerA, 'DELETE', '/api/auth/sessions/%00'],
      [stranger, 'POST', '/api/auth/sign-in', { email: 'a\u0000@board.example', password: 'x' }],
    ];
    for (const [who, method, address, body] of asked) {
      const answer = await who.send(method, address, body ? { body } : {});
      expect([address, answer.status, (await answer.json()).error]).toEqual([address, 400, 'invalid_input']);
    }
  });

  it('that are none, and what cannot be done, are not found', async () => {
    for (const address of [
      'I-9999/acknowledge',
      'I-1/acknowledge',
      'x/acknowledge',
      'I-0001/delete',
      'I-0001/constructor',
    ])
      expect([address, (await people.country.send('POST', `${path}/${address}`, { body: {} })).status]).toEqual([
        address,
        404,
      ]);
  });

  it('are nobody’s who is not signed in', async () => {
    const stranger = openBrowser();
    for (const [method, address] of [
      ['GET', path],
      ['POST', path],
      ['GET', `${path}/I-0001`],
      ['POST', `${path}/I-0001/acknowledge`],
      ['GET', '/api/ops/keys'],
    ] as const) {
      const answer = await stranger.send(method, address, method === 'POST' ? { body: filing } : {});
      expect([address, answer.status]).toEqual([address, 401]);
    }
    expect((await people.country.send('GET', '/api/ops/keys')).status).toBe(403);
  });
});
