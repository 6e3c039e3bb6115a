import { beforeAll, describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '#db/incidents/acknowledgeIncident.ts';
import { closeAsDuplicate } from '#db/incidents/closeAsDuplicate.ts';
import { getResponseTimes } from '#db/incidents/getResponseTimes.ts';
import { raiseFalseAlarm } from '#db/incidents/raiseFalseAlarm.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fileOne, inEnglish, officer, passSeconds } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

describe('times to acknowledge and to resolve', () => {
  const database = openTestDatabase();
  beforeAll(() => loadSmallElection(database.client.db));

  it('are right to the second, by the election’s clock, in the country and by region', async () => {
    const { db } = database.client;
    const inA = { place: { regionCode: 'XX-A', districtCode: null }, unitCodes: ['XX-A'] };
    // Seconds until acknowledged, and from there until resolved.
    for (const [acknowledge, resolve] of [
      [10, 100],
      [20, 200],
      [37, 301],
      [40, 400],
      [95, 1_000],
    ] as const) {
      const number = await fileOne(db, inA);
      await passSeconds(db, acknowledge);
      await acknowledgeIncident(db, officer('Bolat'), number);
      await passSeconds(db, resolve);
      await updateIncident(db, officer('Bolat'), number, { rowVersion: 2, state: 'resolved', isPublic: true });
    }
    const openOne = await fileOne(db);
    await passSeconds(db, 7);
    await acknowledgeIncident(db, officer('Dana'), openOne);
    const [copy, drill] = [await fileOne(db, inA), await fileOne(db, inA)];
    await passSeconds(db, 5_000);
    await closeAsDuplicate(db, officer('Dana'), copy, { rowVersion: 1, of: openOne });
    await raiseFalseAlarm(db, officer('Dana'), drill, { rowVersion: 1, reason: inEnglish('A drill') });
    await fileOne(db, inA);

    const [country, regionA] = await getResponseTimes(db);
    expect(regionA).toEqual({
      regionCode: 'XX-A',
      acknowledged: 5,
      acknowledgeMedianSeconds: 37,
      acknowledgeP90Seconds: 95,
      resolved: 5,
      resolveMedianSeconds: 338,
      resolveP90Seconds: 1_095,
    });
    expect(country).toMatchObject({
      regionCode: null,
      acknowledged: 6,
      acknowledgeMedianSeconds: 20,
      acknowledgeP90Seconds: 95,
      resolved: 5,
    });
    expect(await getResponseTimes(db, 'XX-B')).toMatchObject([
      { regionCode: null, acknowledged: 0, acknowledgeMedianSeconds: null, resolveP90Seconds: null },
    ]);
  });
});
