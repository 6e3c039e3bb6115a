import { createArrivals } from './arrivals.ts';
import type { ClientReport } from './messages.ts';
import { monotonicMs } from './monotonicClock.ts';

/** Many clients of one kind that stay until closed. */
export interface Crowd {
  close(): Promise<void>;
}

const keptMessages = 40;

/** What the clients of one process saw since `begin`. */
export function createTally(clients: number) {
  const arrivals = createArrivals(clients);
  let deliveries = 0;
  let answers = 0;
  let messages: string[] = [];
  let distinct = 0;
  let firstMs = 0;
  let latestMs = 0;
  return {
    begin: (base: number, votes: number) => {
      arrivals.begin(base, votes);
      deliveries = 0;
      answers = 0;
      distinct = 0;
      messages = [];
    },
    /** A client was answered or told something, with figures in it or not. */
    answered: (withFigures: boolean) => {
      answers += 1;
      if (withFigures) deliveries += 1;
    },
    /** The first time that any client got this message. */
    sawNew: (message: string) => {
      latestMs = monotonicMs();
      if (distinct === 0) firstMs = latestMs;
      distinct += 1;
      if (messages.length < keptMessages) messages.push(message);
    },
    arrived: arrivals.arrived,
    collect: (): Omit<ClientReport, 'cpuMs'> => ({
      deliveries,
      answers,
      messages,
      lastMs: arrivals.lastMs(),
      intervalMs: distinct > 1 ? (latestMs - firstMs) / (distinct - 1) : null,
    }),
  };
}
export type Tally = ReturnType<typeof createTally>;

/** Opens this many, at most `atOnce` at a time. */
export async function openMany(count: number, atOnce: number, open: (client: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) {
      next += 1;
      await open(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
