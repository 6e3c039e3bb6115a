import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '#db/embedded.ts';
import { type ChaosHouse, openChaosHouse, victims } from './chaosHouse.ts';
import { strike } from './runChaos.ts';

describe('the ledger, with the rehearsal running', () => {
  let house: ChaosHouse;
  beforeAll(async () => {
    house = await openChaosHouse(await findFreePort(), () => {});
  }, 120_000);
  afterAll(() => house.stop(), 60_000);

  it.each(victims)('has 0 differences after kill -9 of %s', { timeout: 90_000 }, async (victim) => {
    expect(await strike(house, { victim, kind: 'kill' })).toMatchObject({ differences: 0 });
  });

  it('moves on while an aggregator is frozen, and has 0 differences when it wakes', { timeout: 90_000 }, async () => {
    expect(await strike(house, { victim: 'aggregator', kind: 'freeze' })).toMatchObject({ differences: 0 });
  });
});
