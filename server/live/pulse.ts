export interface Pulse {
  /** Something may be new: tick as soon as the shortest interval allows. */
  nudge(): void;
  stop(): Promise<void>;
}

export interface PulseOptions {
  tick: () => Promise<void>;
  /** ms that must lie between the starts of two ticks; asked before each. */
  shortestMs: () => number;
  /** ms after which a tick comes without a nudge. */
  longestMs: number;
}

/** Ticks when nudged, coalescing nudges, and now and then without; never two at once. */
export function startPulse({ tick, shortestMs, longestMs }: PulseOptions): Pulse {
  let nudged = false;
  let stopped = false;
  let wake: () => void = () => {};
  const sleep = (ms: number, untilNudged: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!untilNudged && !stopped) return;
        clearTimeout(timer);
        resolve();
      };
      if (stopped || (untilNudged && nudged)) wake();
    });
  const loop = (async () => {
    while (!stopped) {
      const startedAtMs = Date.now();
      nudged = false;
      await tick();
      const restMs = shortestMs() - (Date.now() - startedAtMs);
      if (restMs > 0) await sleep(restMs, false);
      if (!stopped && !nudged) await sleep(Math.max(0, longestMs - (Date.now() - startedAtMs)), true);
    }
  })();
  return {
    nudge: () => {
      nudged = true;
      wake();
    },
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}
