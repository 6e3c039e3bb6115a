import { beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { closeAsDuplicate } from '#db/incidents/closeAsDuplicate.ts';
import { commentIncident } from '#db/incidents/commentIncident.ts';
import { publishIncident } from '#db/incidents/publishIncident.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { collectEvents } from '#db/webhooks/collectEvents.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { WebhookMessage } from '#domain/webhooks/message.ts';
import { fileOne, inEnglish, officer } from '../../support/incidents.ts';
import { releaseSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { putCase } from '../../support/violations.ts';
import { openWebhooks } from './webhooks.ts';

const names = (text: string) => ({ kk: text, ru: text, en: text });

describe('what is told', () => {
  const { database, db, add } = openWebhooks();
  let notifier: DatabaseClient;
  beforeAll(() => {
    notifier = database.connectAs('saylau_notifier');
  });
  const collect = () => collectEvents(notifier.db);
  const told = async () => {
    await collect();
    const rows = await db().execute<{ type: string; body: string }>(
      sql`select type, body from ops.webhook_event order by id`,
    );
    return rows.map(({ body }) => WebhookMessage.parse(JSON.parse(body)));
  };
  const types = async () => (await told()).map(({ type }) => type);
  const rowVersion = async (number: number) =>
    (await db().execute<{ v: number }>(sql`select row_version as v from ops.incident where number = ${number}`))[0]
      ?.v ?? 0;
  const update = async (number: number, change: object) =>
    updateIncident(db(), officer('Aigerim'), number, {
      rowVersion: await rowVersion(number),
      isPublic: true,
      ...change,
    });

  it('is an incident from its opening to its end, each entry of its timeline once', async () => {
    await add('https://receiver.example/hook');
    const number = await fileOne(db(), { title: names('Codes <b>do not</b> come 🙈 ]]>') });
    await update(number, { state: 'identified', text: inEnglish('It is the gateway') });
    await collect();
    await update(number, { state: 'monitoring', text: inEnglish('Repaired') });
    await update(number, { state: 'resolved' });
    await update(number, { text: inEnglish('A report follows') });
    await update(number, { state: 'investigating', text: inEnglish('It is back') });
    const messages = await told();
    expect(messages.map(({ type }) => type)).toEqual([
      'incident.opened',
      'incident.updated',
      'incident.resolved',
      'incident.updated',
      'incident.updated',
    ]);
    expect(messages[0]).toMatchObject({
      timestamp: '2020-10-02T06:00:00.000Z',
      data: {
        electionId: 'rehearsal-small',
        isTest: true,
        update: null,
        incident: { id: incidentId(number), state: 'identified', title: names('Codes <b>do not</b> come 🙈 ]]>') },
      },
    });
    expect(messages[1]).toMatchObject({ data: { update: { state: 'monitoring', text: { en: 'Repaired' } } } });
    expect(await collect()).toBe(0);
    expect(await types()).toHaveLength(5);
  });

  it('is nothing of an internal incident until it is published, and then that it is open', async () => {
    await add('https://receiver.example/hook');
    const number = await fileOne(db(), {
      isPublic: false,
      title: inEnglish('CANARY internal'),
      evidence: { host: 'CANARY' },
    });
    await update(number, { state: 'identified', text: inEnglish('CANARY note'), isPublic: false });
    await commentIncident(db(), officer('Aigerim'), number, inEnglish('CANARY comment'));
    expect(await told()).toEqual([]);
    await publishIncident(db(), officer('Aigerim'), number, {
      rowVersion: await rowVersion(number),
      title: inEnglish('The site is slow'),
    });
    const messages = await told();
    expect(messages.map(({ type }) => type)).toEqual(['incident.opened']);
    expect(JSON.stringify(messages)).not.toContain('CANARY');
    await update(number, { text: inEnglish('CANARY for us'), isPublic: false });
    expect(await types()).toEqual(['incident.opened']);
  });

  it('is the end of an incident that turned out to be another', async () => {
    await add('https://receiver.example/hook');
    const [first, second] = [await fileOne(db()), await fileOne(db())];
    await collect();
    await closeAsDuplicate(db(), officer('Aigerim'), second, { rowVersion: await rowVersion(second), of: first });
    const last = (await told()).at(-1);
    expect(last).toMatchObject({ type: 'incident.resolved', data: { incident: { duplicateOf: incidentId(first) } } });
  });

  it('is every announcement, with its reason in three languages', async () => {
    await announceWindow(db(), {
      channel: 'online',
      opensAt: '2020-10-01T00:00:00+06:00',
      closesAt: '2020-10-03T14:00:00+06:00',
      announcedAt: '2020-09-01T00:00:00+06:00',
      reason: null,
      decidedBy: names('commission'),
    });
    await add('https://receiver.example/hook');
    await announceWindow(db(), {
      channel: 'online',
      opensAt: '2020-10-01T00:00:00+06:00',
      closesAt: '2020-10-04T14:00:00+06:00',
      announcedAt: '2020-10-02T11:00:00+06:00',
      reason: { kk: 'Ұзартылды', ru: 'Продлено', en: 'Extended' },
      decidedBy: names('commission'),
    });
    await announcePublication(db(), {
      publishAt: '2020-10-06T12:00:00+06:00',
      announcedAt: '2020-10-02T12:00:00+06:00',
      reason: names('Later'),
      decidedBy: names('commission'),
    });
    expect(await told()).toMatchObject([
      {
        type: 'schedule.changed',
        data: {
          window: { closesAt: '2020-10-04T08:00:00.000Z', reason: { kk: 'Ұзартылды', ru: 'Продлено', en: 'Extended' } },
          publication: null,
        },
      },
      {
        type: 'schedule.changed',
        data: { window: null, publication: { publishAt: '2020-10-06T06:00:00.000Z', reason: names('Later') } },
      },
    ]);
  });

  it('is the counts of violations, at most once a minute and then the newest', async () => {
    await add('https://receiver.example/hook');
    await putCase(db());
    await putCase(db());
    expect(await told()).toMatchObject([
      { type: 'violations.counts_changed', data: { cases: { country: { total: 2 } } } },
    ]);
    await putCase(db());
    await putCase(db());
    expect(await types()).toHaveLength(1);
    await db().execute(sql`update ops.webhook_outbox set counts_at = counts_at - interval '1 minute'`);
    expect((await told()).at(-1)).toMatchObject({ data: { cases: { country: { total: 4 } } } });
    expect(await types()).toHaveLength(2);
  });

  it('is that an edition is public, and a correction, once each and without a figure', async () => {
    await add('https://receiver.example/hook', ['results.released', 'results.corrected']);
    const { manifestHash } = await releaseSmallEdition(database);
    const reason = names('A protocol was typed twice');
    await releaseSmallEdition(database, { reason, votesOf: (ballotNumber) => 30 - 3 * ballotNumber });
    const messages = (await told()).filter(({ type }) => type.startsWith('results.'));
    expect(messages).toMatchObject([
      { type: 'results.released', data: { edition: 1, corrects: null, manifestHash } },
      { type: 'results.corrected', data: { edition: 2, corrects: 1, reason } },
    ]);
    expect(messages[0]?.data).toMatchObject({ links: { summary: '/api/v1/editions/1/summary.json' } });
    for (const { data } of messages)
      expect(Object.keys(data).sort()).toEqual(
        [
          'corrects',
          'edition',
          'electionId',
          'isTest',
          'links',
          'manifestHash',
          'reason',
          'releasedAt',
          'version',
        ].sort(),
      );
    expect(await collect()).toBe(0);
  });

  it('goes to those who asked for it, while they are on', async () => {
    const { id: all } = await add('https://one.example/hook');
    const { id: schedule } = await add('https://two.example/hook', ['schedule.changed']);
    const { id: off } = await add('https://three.example/hook');
    await db().execute(sql`
      update ops.webhook set off_at = now(), off_by = 'Dana', off_reason = 'person' where id = ${off}`);
    await fileOne(db());
    await collect();
    const rows = await db().execute<{ webhook_id: number }>(sql`select webhook_id from ops.webhook_delivery`);
    expect(rows.map(({ webhook_id }) => webhook_id)).toEqual([all]);
    expect(schedule).not.toBe(all);
  });

  it('is nothing of what a rehearsal has behind it when it is loaded, and what comes from then on', async () => {
    await add('https://receiver.example/hook');
    await fileOne(db());
    await collect();
    await loadSmallElection(db());
    await fileOne(db());
    expect(await told()).toEqual([]);
    await db().execute(sql`update board.clock set speed = 1`);
    expect(await told()).toEqual([]);
    await fileOne(db());
    expect(await types()).toEqual(['incident.opened']);
  });

  it('is found by one of those that look at once', async () => {
    await add('https://receiver.example/hook');
    for (let number = 0; number < 20; number += 1) await fileOne(db());
    const another = database.connectAs('saylau_notifier');
    const found = await Promise.all([notifier, another, notifier, another].map((client) => collectEvents(client.db)));
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await types()).toHaveLength(20);
  });
});
