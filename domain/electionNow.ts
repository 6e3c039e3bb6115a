import type { ElectionClock } from './clock.ts';

/** Election time at the real moment `realMs`, both epoch ms. */
export function electionNowMs(clock: ElectionClock, realMs: number): number {
  if (clock.mode === 'live') return realMs;
  return Date.parse(clock.originElection) + (realMs - Date.parse(clock.originReal)) * clock.speed;
}
