import { setTimeout as delay } from 'node:timers/promises';
import type { ChaosHouse, Victim } from './chaosHouse.ts';

export type Blow = { victim: Victim; kind: 'kill' | 'freeze' };

/** Longer than PostgreSQL lets a transaction idle before it ends it. */
const frozenMs = 3_500;

/** Strikes, waits until the house moves again, and returns the differences of the ledger. */
export async function strike(
  house: ChaosHouse,
  { victim, kind }: Blow,
): Promise<{ differences: number; recoveredMs: number }> {
  await house.moves();
  const pid = house.pidOf(victim);
  const startedAtMs = Date.now();
  if (kind === 'kill') process.kill(pid, 'SIGKILL');
  else {
    process.kill(pid, 'SIGSTOP');
    // One aggregator stands by for the other; nobody stands by for the rest.
    const standsBy = victim === 'aggregator' || victim === 'standby';
    await Promise.all([delay(frozenMs), standsBy ? house.moves() : undefined]).finally(() =>
      process.kill(pid, 'SIGCONT'),
    );
  }
  await house.moves();
  const recoveredMs = Date.now() - startedAtMs;
  return { differences: await house.differences(), recoveredMs };
}

/** Draws fixed by the seed (a linear congruential generator, Numerical Recipes). */
function createDraw(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Moments in ms below `spanMs`, fixed by the seed. */
export function listMoments(count: number, seed: number, spanMs: number): number[] {
  const draw = createDraw(seed);
  return Array.from({ length: count }, () => draw(spanMs));
}

/** Blows fixed by the seed. */
export function listBlows(rounds: number, seed: number, victims: readonly Victim[]): Blow[] {
  const draw = createDraw(seed);
  return Array.from({ length: rounds }, () => ({
    victim: victims[draw(victims.length)] ?? 'aggregator',
    kind: draw(3) === 0 ? ('freeze' as const) : ('kill' as const),
  }));
}
