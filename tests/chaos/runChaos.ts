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

/** Blows fixed by the seed (a linear congruential generator, Numerical Recipes). */
export function listBlows(rounds: number, seed: number, victims: readonly Victim[]): Blow[] {
  let state = seed >>> 0;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: rounds }, () => ({
    victim: victims[draw(victims.length)] ?? 'aggregator',
    kind: draw(3) === 0 ? ('freeze' as const) : ('kill' as const),
  }));
}
