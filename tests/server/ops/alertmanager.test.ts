import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { POST } from '#app/api/ops/alertmanager/route.ts';
import { sql } from '#db/client.ts';
import { createIntakeKey } from '#db/incidents/intakeKeys.ts';
import { raiseFalseAlarm } from '#db/incidents/raiseFalseAlarm.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { officer, passSeconds } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openBrowser, openStaff, origin } from './staffBrowser.ts';

interface AlertParts {
  status?: 'firing' | 'resolved';
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  startsAt?: string;
  fingerprint?: string;
}

const alert = ({
  status = 'firing',
  labels = {},
  annotations = {},
  startsAt,
  fingerprint = 'a1',
}: AlertParts = {}) => ({
  status,
  labels: { alertname: 'SiteDown', severity: 'critical', ...labels },
  annotations: { summary: 'The site does not answer', ...annotations },
  startsAt: startsAt ?? '2020-10-02T05:59:01.123456789Z',
  endsAt: status === 'firing' ? '0001-01-01T00:00:00Z' : '2020-10-02T06:10:00Z',
  generatorURL: 'http://prometheus/graph?g0.expr=up',
  fingerprint,
});
const message = (alerts: object[]) => ({
  version: '4',
  groupKey: '{}:{alertname="SiteDown"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'saylau',
  groupLabels: { alertname: 'SiteDown' },
  commonLabels: { alertname: 'SiteDown', severity: 'critical' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager',
  alerts,
});

describe('the webhook of Alertmanager', () => {
  const database = openStaff();
  let secret = '';
  let ofRegion = '';
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    const { db } = database.client;
    secret = (await createIntakeKey(db, officer('Admin'), { name: 'alertmanager', regionCode: null })).secret;
    ofRegion = (await createIntakeKey(db, officer('Admin'), { name: 'alertmanager A', regionCode: 'XX-A' })).secret;
  });
  beforeEach(() => database.client.db.execute(sql`truncate ops.incident cascade`));

  const post = (body: unknown, key = secret) =>
    openBrowser().send('POST', '/api/ops/alertmanager', { body, headers: { authorization: `Bearer ${key}` } });
  const take = async (...alerts: object[]) => {
    const answer = await post(message(alerts));
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const incidents = () =>
    database.client.db.execute<Record<string, unknown>>(sql`
      select number, state, outcome, severity, category, title, is_public, unit_codes, evidence from ops.incident order by number`);

  it('opens one incident a fingerprint, however often it is sent', async () => {
    expect((await take(alert(), alert(), alert({ fingerprint: 'b2' }))).opened).toHaveLength(2);
    expect(await take(alert())).toEqual({ opened: [], resolved: [] });
    const at = await Promise.all(Array.from({ length: 5 }, () => take(alert({ fingerprint: 'c3' }))));
    expect(at.flatMap(({ opened }) => opened)).toHaveLength(1);
    expect(await incidents()).toHaveLength(3);
  });

  it('maps severity, category, place and texts, and keeps the labels of the group as evidence', async () => {
    await take(
      alert({
        labels: { severity: 'warning', category: 'app', unit: 'XX-B-1' },
        annotations: { summary_kk: 'Сайт ашылмайды' },
      }),
    );
    expect(await incidents()).toMatchObject([
      {
        severity: 'major',
        category: 'app',
        unit_codes: ['XX-B-1'],
        title: { kk: 'Сайт ашылмайды', en: 'The site does not answer' },
        is_public: false,
        evidence: {
          alertname: 'SiteDown',
          groupLabels: { alertname: 'SiteDown' },
          groupKey: '{}:{alertname="SiteDown"}',
        },
      },
    ]);
  });

  it('is resolved by resolved, and only then', async () => {
    await take(alert(), alert({ fingerprint: 'b2' }));
    expect((await take(alert({ status: 'resolved' }))).resolved).toHaveLength(1);
    expect((await incidents()).map(({ state, outcome }) => [state, outcome])).toEqual([
      ['resolved', 'ended'],
      ['investigating', null],
    ]);
    expect(await take(alert({ status: 'resolved' }), alert({ status: 'resolved', fingerprint: 'f0' }))).toEqual({
      opened: [],
      resolved: [],
    });
  });

  it('opens a new incident when the alert fires again, linked to the old; the same firing sent late does not', async () => {
    await take(alert());
    await take(alert({ status: 'resolved' }));
    expect((await take(alert())).opened).toEqual([]);
    expect((await take(alert({ startsAt: '2020-10-02T06:30:00Z' }))).opened).toHaveLength(1);
    const links = await database.client.db.execute(sql`select second - first as apart from ops.incident_link`);
    expect(links.map(({ apart }) => apart)).toEqual([expect.any(Number)]);
    expect(await incidents()).toHaveLength(2);
  });

  it('is not ended by the end of an outage before, sent again', async () => {
    const ended = alert({ status: 'resolved' });
    await take(alert());
    await take(ended);
    await take(alert({ startsAt: '2020-10-02T06:30:00Z' }));
    expect((await take(ended)).resolved).toEqual([]);
    const later = { ...ended, startsAt: '2020-10-02T06:30:00Z', endsAt: '2020-10-02T06:40:00Z' };
    expect((await take(later)).resolved).toHaveLength(1);
  });

  it('does not overrule a person: what was resolved or called a false alarm stays so while it fires', async () => {
    const { db } = database.client;
    await take(alert(), alert({ fingerprint: 'b2' }));
    const [first, second] = (await incidents()).map(({ number }) => Number(number));
    await updateIncident(db, officer('Dana'), first ?? 0, { rowVersion: 1, state: 'resolved', isPublic: false });
    await raiseFalseAlarm(db, officer('Dana'), second ?? 0, { rowVersion: 1, reason: { en: 'A drill' } });
    const again = { startsAt: '2020-10-02T06:30:00Z', fingerprint: 'b2' };
    expect((await take(alert(), alert(again))).opened).toEqual([]);
    await passSeconds(db, 3_601);
    expect((await take(alert(again))).opened).toHaveLength(1);
  });

  it('takes a thousand alerts at once, and refuses one more whole', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => alert({ fingerprint: index.toString(16) }));
    const refused = await post(message(many(1_001)));
    expect([refused.status, (await refused.json()).message]).toEqual([
      413,
      '1001 alerts, at most 1000 a call: set max_alerts in the webhook’s configuration; nothing was stored'.replace(
        '’',
        "'",
      ),
    ]);
    expect((await post(message(many(10_000)))).status).toBe(413);
    expect(await incidents()).toEqual([]);
    expect((await take(...many(1_000))).opened).toHaveLength(1_000);
    expect((await take(...many(1_000).map((each) => ({ ...each, status: 'resolved' })))).resolved).toHaveLength(1_000);
  });

  it.each([
    ['invalid JSON', '{', 400, 'the body is not JSON'],
    ['another version', { ...message([alert()]), version: '3' }, 400, 'version: expected "4"'],
    [
      'a start that is no time',
      message([alert({ fingerprint: 'd4' }), alert({ startsAt: 'yesterday' })]),
      400,
      'alerts.1.startsAt',
    ],
    ['a fingerprint that is none', message([alert({ fingerprint: "'; --" })]), 400, 'alerts.0.fingerprint'],
    [
      'more than a megabyte',
      message([alert({ annotations: { description: 'x'.repeat(1_000_001) } })]),
      413,
      'larger than 1000000 bytes',
    ],
  ])('with %s gets a clear answer, and nothing is stored', async (_what, body, status, text) => {
    const answer = await post(body);
    expect([answer.status, (await answer.json()).message]).toEqual([status, expect.stringContaining(text)]);
    expect(await incidents()).toEqual([]);
  });

  it('reads a body that is too large to its end, so that the connection serves the next', async () => {
    let [sent, isBroken] = [0, false];
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(new Uint8Array(100_000));
      },
      cancel: () => {
        isBroken = true;
      },
    });
    const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '10.9.9.9' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const request = new Request(`${origin}/api/ops/alertmanager`, init);
    expect((await POST(request)).status).toBe(413);
    expect([sent, isBroken]).toEqual([41, false]);
  });

  it('takes fields it does not know, HTML, emoji and NUL', async () => {
    const odd = alert({
      labels: { '<b>': '\u0000🔥', unit: 'XX\u0000', __proto__: 'x' },
      annotations: { summary: '<img src=x onerror=alert(1)>\ud83d' },
    });
    await take({ ...odd, later: { field: 1 } });
    expect(await incidents()).toMatchObject([
      { title: { en: '<img src=x onerror=alert(1)>' }, unit_codes: [], evidence: { labels: { '<b>': '🔥' } } },
    ]);
  });

  it('with a region’s key refuses alerts of elsewhere whole, and meets no fingerprint of another key', async () => {
    const elsewhere = await post(
      message([alert(), alert({ fingerprint: 'b2', labels: { unit: 'XX-B-1' } })]),
      ofRegion,
    );
    expect([elsewhere.status, (await elsewhere.json()).message]).toEqual([403, expect.stringContaining('XX-A only')]);
    expect(await incidents()).toEqual([]);
    await take(alert());
    expect(await (await post(message([alert({ status: 'resolved' })]), ofRegion)).json()).toEqual({
      opened: [],
      resolved: [],
    });
    await post(message([alert()]), ofRegion);
    expect((await incidents()).map(({ unit_codes }) => unit_codes)).toEqual([[], ['XX-A']]);
  });
});
