import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb, isWebBuilt } from '#server/demo/webBuild.ts';
import { type EmbargoHouse, openEmbargoHouse } from './embargoHouse.ts';
import { findLeaks } from './findLeaks.ts';
import { leakKinds, plantLeak } from './leaks.ts';

describe('a sealed edition that is not due, and what only some of the staff may read', () => {
  let house: EmbargoHouse;
  beforeAll(async () => {
    if (!isWebBuilt()) await buildWeb(() => {});
    house = await openEmbargoHouse();
  }, 400_000);
  afterAll(() => house?.stop(), 60_000);

  it('are nowhere: in no page, payload, frame, file, header, log, table or size', { timeout: 600_000 }, async () => {
    expect(house.canaries.counts.size).toBeGreaterThan(100);
    const { findings, looked } = await findLeaks(house);
    expect(findings).toEqual([]);
    expect(looked().places).toBeGreaterThan(5_000);
  });

  // In this order: what a release or a changed size did is not undone.
  it.each(leakKinds)('are found where one leak is built in: %s', { timeout: 400_000 }, async (kind) => {
    const leak = await plantLeak(house, kind);
    const { findings } = await findLeaks(house, leak).finally(leak.mend);
    expect(new Set(findings.map(({ part }) => part))).toEqual(new Set(leak.parts));
  });
});
