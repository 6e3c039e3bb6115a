import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseClient } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { confirmPublication, proposePublication } from '#db/counting/movePublication.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { publicationInForce } from '#domain/schedule.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { releaseSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const planned = '2020-10-05T06:00:00.000Z';
const later = '2020-10-06T06:00:00.000Z';

describe('the publication time', () => {
  let database: TestDatabase;
  let counting: DatabaseClient;
  beforeEach(async () => {
    database = await createTestDatabase();
    counting = database.connectAs('saylau_counting');
    await loadSmallElection(database.client.db);
    const announcedAt = '2020-09-01T00:00:00+06:00';
    await announcePublication(database.client.db, {
      publishAt: planned,
      announcedAt,
      reason: null,
      decidedBy: names('commission'),
    });
  });
  afterEach(() => database.drop());

  const propose = (publishAt = later, proposedBy = 'Aisha') =>
    proposePublication(counting.db, {
      publishAt,
      proposedBy,
      reason: names('recount'),
      decidedBy: names('commission'),
    });
  const inForce = async () => publicationInForce(await getSchedule(database.client.db));

  it('moves when a second person confirms it, with its reason, and says so at once', async () => {
    const id = await propose();
    expect((await inForce())?.publishAt).toBe(planned);
    await expect(confirmPublication(counting.db, id, ' AISHA ')).rejects.toThrow(/a second person/);
    const version = await confirmPublication(counting.db, id, 'Bolat');
    expect(await inForce()).toMatchObject({
      publishAt: later,
      reason: names('recount'),
      decidedBy: names('commission'),
    });
    expect(await getFeed(database.client.db)).toMatchObject({ version, scheduleVersion: version });
    await expect(confirmPublication(counting.db, id, 'Chingiz')).rejects.toThrow(/confirmed already/);
  });

  it('moves into the future only, at the proposal and at its confirmation', async () => {
    await expect(propose('2020-10-02T05:59:59.000Z')).rejects.toThrow(/has passed/);
    const id = await propose('2020-10-02T06:00:01.000Z');
    await setBoardClock(database.client.db, clockAt(Date.parse('2020-10-02T06:00:01.000Z'), 0));
    await expect(confirmPublication(counting.db, id, 'Bolat')).rejects.toThrow(/has passed/);
    expect((await inForce())?.publishAt).toBe(planned);
  });

  it('does not fall back to a proposal from before it was moved', async () => {
    const [first, second] = [await propose('2020-10-07T06:00:00.000Z'), await propose()];
    await setBoardClock(database.client.db, clockAt(Date.parse('2020-10-02T07:00:00.000Z'), 0));
    await confirmPublication(counting.db, second, 'Bolat');
    await expect(confirmPublication(counting.db, first, 'Bolat')).rejects.toThrow(/changed since this was proposed/);
    expect((await inForce())?.publishAt).toBe(later);
  });

  it('stays once the results are public', async () => {
    const id = await propose();
    await releaseSmallEdition(database);
    await expect(propose()).rejects.toThrow(/results are public/);
    await expect(confirmPublication(counting.db, id, 'Bolat')).rejects.toThrow(/moved since|results are public/);
    await expect(confirmPublication(counting.db, 99, 'Bolat')).rejects.toThrow(/no proposal 99/);
  });
});
