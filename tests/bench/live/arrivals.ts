import { monotonicMs } from './monotonicClock.ts';

/** When each vote, by its place in the running total, had reached the last client. */
export interface Arrivals {
  /** From now on votes after `base` are timed, up to `votes` of them; clients are at `base`. */
  begin(base: number, votes: number): void;
  /** This client now shows this total. */
  arrived(client: number, total: number): void;
  /** For each vote the ms of the last client that showed it, null where some client did not. */
  lastMs(): (number | null)[];
}

export function createArrivals(clients: number): Arrivals {
  const shown = new Float64Array(clients);
  let from = Number.POSITIVE_INFINITY;
  let last = new Float64Array(0);
  let seen = new Int32Array(0);
  return {
    begin: (base, votes) => {
      from = base;
      last = new Float64Array(votes);
      seen = new Int32Array(votes);
      shown.fill(base);
    },
    arrived: (client, total) => {
      const before = shown[client] ?? 0;
      if (total <= before) return;
      const now = monotonicMs();
      shown[client] = total;
      for (let vote = before - from; vote < Math.min(total - from, last.length); vote += 1) {
        last[vote] = Math.max(last[vote] ?? 0, now);
        seen[vote] = (seen[vote] ?? 0) + 1;
      }
    },
    lastMs: () => [...last].map((ms, vote) => (seen[vote] === clients ? ms : null)),
  };
}
