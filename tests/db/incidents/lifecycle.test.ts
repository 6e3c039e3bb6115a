import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { acknowledgeIncident } from '#db/incidents/acknowledgeIncident.ts';
import { closeAsDuplicate } from '#db/incidents/closeAsDuplicate.ts';
import { commentIncident } from '#db/incidents/commentIncident.ts';
import { findPlace } from '#db/incidents/findPlace.ts';
import { getIncident } from '#db/incidents/getIncident.ts';
import { getStatusFile } from '#db/incidents/getStatusFile.ts';
import { linkIncidents } from '#db/incidents/linkIncidents.ts';
import { publishIncident } from '#db/incidents/publishIncident.ts';
import { raiseFalseAlarm } from '#db/incidents/raiseFalseAlarm.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fileOne, inEnglish, officer } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

describe('an incident', () => {
  const database = openTestDatabase();
  /** As the role that the pages have. */
  let db: typeof database.client.db;
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    db = database.connectAs('saylau_web').db;
  });

  const versions = async () => {
    const [row] = await db.execute<{ version: string; ops_version: string }>(
      sql`select version, ops_version from board.version`,
    );
    return { version: Number(row?.version), ops: Number(row?.ops_version) };
  };
  const auditOf = (number: number) =>
    db.execute<{ action: string; person_name: string; address: string }>(sql`
      select action, person_name, address from ops.audit where object = ${`incident/${incidentId(number)}`} order by id`);
  const seen = (number: number) => getIncident(db, number, { regionCode: null, districtCode: null });
  const update = async (
    number: number,
    change: Omit<Parameters<typeof updateIncident>[3], 'rowVersion'>,
    name = 'Aigerim',
  ) => updateIncident(db, officer(name), number, { rowVersion: (await seen(number)).rowVersion, ...change });

  it('goes from filed to resolved, each step in the timeline, in the audit log and in the one version', async () => {
    const start = await versions();
    const number = await fileOne(db);
    await acknowledgeIncident(db, officer('Bolat'), number);
    await update(number, { state: 'identified', text: inEnglish('A full disk'), isPublic: true });
    await update(number, { state: 'monitoring', isPublic: true });
    await update(number, {
      state: 'resolved',
      text: { kk: 'Жөнделді', ru: 'Исправлено', en: 'Repaired' },
      isPublic: true,
    });
    const incident = await seen(number);
    expect(incident).toMatchObject({
      state: 'resolved',
      outcome: 'fixed',
      acknowledgedName: 'Bolat',
      source: 'person',
    });
    expect(incident.updates.map(({ kind, state }) => `${kind} ${state}`).reverse()).toEqual([
      'opened investigating',
      'acknowledged investigating',
      'state identified',
      'state monitoring',
      'state resolved',
    ]);
    expect((await auditOf(number)).map((row) => `${row.person_name} ${row.action} ${row.address}`)).toEqual([
      'Aigerim incident.file 10.0.0.7',
      'Bolat incident.acknowledge 10.0.0.7',
      'Aigerim incident.update 10.0.0.7',
      'Aigerim incident.update 10.0.0.7',
      'Aigerim incident.update 10.0.0.7',
    ]);
    // Acknowledging is nothing the public reads.
    expect(await versions()).toEqual({ version: start.version + 4, ops: start.version + 4 });
  });

  it('is acknowledged once, however many officers press the key at once, and each loser is told who was first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const number = await fileOne(db);
      const names = ['Aigerim', 'Bolat', 'Dana', 'Erlan'];
      const outcomes = await Promise.allSettled(names.map((name) => acknowledgeIncident(db, officer(name), number)));
      const winner = names[outcomes.findIndex(({ status }) => status === 'fulfilled')];
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(losers).toHaveLength(3);
      for (const { reason } of losers) {
        expect(reason.name).toBe('Conflict');
        expect(reason.message).toMatch(
          new RegExp(`^${incidentId(number)} was acknowledged by ${winner} at 2020-10-02T06:00:00.000Z$`),
        );
      }
      expect((await seen(number)).acknowledgedName).toBe(winner);
      expect((await auditOf(number)).filter(({ action }) => action === 'incident.acknowledge')).toHaveLength(1);
    }
  });

  it('takes one of two changes of what both saw, and tells the other whose it was', async () => {
    for (let round = 0; round < 10; round += 1) {
      const number = await fileOne(db);
      const { rowVersion } = await seen(number);
      const outcomes = await Promise.allSettled([
        updateIncident(db, officer('Aigerim'), number, { rowVersion, state: 'identified', isPublic: true }),
        updateIncident(db, officer('Bolat'), number, { rowVersion, state: 'resolved', isPublic: true }),
      ]);
      const [loser] = outcomes.filter((outcome) => outcome.status === 'rejected');
      const winner = outcomes[0]?.status === 'fulfilled' ? 'Aigerim' : 'Bolat';
      expect(loser?.reason.message).toContain(`was changed by ${winner}`);
      expect((await seen(number)).state).toBe(winner === 'Aigerim' ? 'identified' : 'resolved');
    }
  });

  it('goes back only with a reason, and loses its resolution', async () => {
    const number = await fileOne(db);
    await update(number, { state: 'resolved', isPublic: true });
    await expect(update(number, { state: 'investigating', isPublic: true })).rejects.toThrow('why does it go back');
    await update(number, { state: 'investigating', text: inEnglish('Again'), isPublic: true });
    expect(await seen(number)).toMatchObject({ state: 'investigating', resolvedAt: null, outcome: null });
  });

  it('says nothing new without a text or another state', async () => {
    const number = await fileOne(db);
    await expect(update(number, { isPublic: true })).rejects.toThrow('what is new?');
  });

  it('keeps a text for the staff to them where the state beside it is public', async () => {
    const number = await fileOne(db);
    await update(number, { state: 'identified', text: inEnglish('CANARY the vendor sleeps'), isPublic: false });
    const incident = (await getStatusFile(db)).incidents.find(({ id }) => id === incidentId(number));
    expect(incident?.updates.map(({ state, text }) => [state, text])).toEqual([
      ['identified', null],
      ['investigating', null],
    ]);
    expect((await seen(number)).updates[0]).toMatchObject({ kind: 'note', isPublic: false });
  });

  it('ends as a duplicate of another, which cannot be one in turn', async () => {
    const [original, copy, third] = [await fileOne(db), await fileOne(db), await fileOne(db)];
    const close = async (number: number, of: number) =>
      closeAsDuplicate(db, officer('Bolat'), number, { rowVersion: (await seen(number)).rowVersion, of });
    await close(copy, original);
    expect(await seen(copy)).toMatchObject({
      state: 'resolved',
      outcome: 'duplicate',
      duplicateOf: incidentId(original),
    });
    await expect(close(third, copy)).rejects.toThrow(
      `${incidentId(copy)} is a duplicate itself, of ${incidentId(original)}`,
    );
    await expect(close(original, third)).rejects.toThrow('others are duplicates of');
    await expect(close(third, third)).rejects.toThrow('no duplicate of itself');
    await expect(close(third, 9_999)).rejects.toThrow('no incident I-9999');
    expect((await seen(original)).links).toMatchObject([{ id: incidentId(copy) }]);
  });

  it('ends as one of two duplicates of each other, closed at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await fileOne(db), await fileOne(db)];
      const outcomes = await Promise.allSettled([
        closeAsDuplicate(db, officer('Aigerim'), one, { rowVersion: 1, of: other }),
        closeAsDuplicate(db, officer('Bolat'), other, { rowVersion: 1, of: one }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('is a false alarm for an hour', async () => {
    const number = await fileOne(db);
    await raiseFalseAlarm(db, officer('Dana'), number, { rowVersion: 1, reason: inEnglish('A drill') });
    expect(await seen(number)).toMatchObject({ outcome: 'false_alarm', silencedUntil: '2020-10-02T07:00:00.000Z' });
    await expect(
      raiseFalseAlarm(db, officer('Dana'), number, { rowVersion: 2, reason: inEnglish('A drill') }),
    ).rejects.toThrow('was changed by Dana');
  });

  it('is linked both ways, once', async () => {
    const [one, other] = [await fileOne(db), await fileOne(db)];
    await linkIncidents(db, officer('Dana'), other, one);
    await linkIncidents(db, officer('Dana'), one, other);
    expect((await seen(one)).links).toMatchObject([{ id: incidentId(other) }]);
    expect((await seen(other)).links).toMatchObject([{ id: incidentId(one) }]);
    expect((await seen(one)).updates).toHaveLength(2);
  });

  it('is for the staff until it is published, and then with its public title', async () => {
    const number = await fileOne(db, { isPublic: false, title: inEnglish('CANARY db-7 down') });
    const before = await versions();
    await commentIncident(db, officer('Erlan'), number, inEnglish('CANARY ask the vendor'));
    await update(number, { state: 'identified', text: inEnglish('CANARY a full disk'), isPublic: false });
    expect(await versions()).toEqual(before);
    expect(JSON.stringify(await getStatusFile(db))).not.toContain('CANARY');
    const { rowVersion } = await seen(number);
    await publishIncident(db, officer('Dana'), number, { rowVersion, title: inEnglish('Sign-in is slow') });
    const file = JSON.stringify(await getStatusFile(db));
    expect(file).toContain('Sign-in is slow');
    expect(file).not.toContain('CANARY');
    expect((await versions()).ops).toBe(before.version + 1);
  });

  it.each([
    [[], null, null],
    [['XX'], null, null],
    [['XX-A'], 'XX-A', null],
    [['XX-A-1'], 'XX-A', 'XX-A-1'],
    [['XX-A-1', 'XX-A-2'], 'XX-A', null],
    [['XX-A-1', 'XX-B-1'], null, null],
    [['XX-A', 'XX-A-1'], 'XX-A', null],
  ])('in %j is of region %s and district %s', async (unitCodes, regionCode, districtCode) => {
    expect(await findPlace(db, unitCodes)).toEqual({ regionCode, districtCode });
  });

  it('names a unit that is none', async () => {
    await expect(findPlace(db, ['XX-A', 'XX-Q'])).rejects.toThrow('unitCodes: there is no XX-Q');
  });
});
