import { roleUrl } from '#db/roles.ts';
import { tell } from '../report.ts';
import { openAndWeigh, startCrowd, startServer } from './crowdProgram.ts';
import type { LiveBenchOptions } from './liveOptions.ts';
import { measureReplay, measureVotes, type Window } from './measureWindow.ts';
import { summarizeLevel } from './summarizeLevel.ts';
import { afterSilence, steadily, type Voters } from './voters.ts';

export interface LevelOptions {
  databaseUrl: string;
  voters: Voters;
  options: LiveBenchOptions;
}

/** Ourselves and the peers with this many clients, window by window in turn. */
export async function measureLevel(clients: number, { databaseUrl, voters, options }: LevelOptions) {
  const { repeats, votesPerSecond, windowSeconds, quietVotes } = options;
  const votes = votesPerSecond * windowSeconds;
  const live = await startServer('liveServerProgram', roleUrl(databaseUrl, 'saylau_live'));
  const raw = await startServer('rawServerProgram');
  const ourCrowd = startCrowd('socketIo', live.port);
  const rawCrowd = startCrowd('rawWs', raw.port);
  const pollers = startCrowd('polling', live.port);
  const ours: Window[] = [];
  const replays: Window[] = [];
  const polls: Window[] = [];
  try {
    const ourWeight = await openAndWeigh(live, ourCrowd, clients);
    const rawWeight = await openAndWeigh(raw, rawCrowd, clients);
    tell(`${clients} sockets open: ${ourWeight.heapBytes} bytes of heap each, raw ws ${rawWeight.heapBytes}`);
    // One round to warm up: compiled code, the garbage of thousands of handshakes.
    for (let round = -1; round < repeats; round += 1) {
      const window = await measureVotes({ server: live, crowd: ourCrowd, voters }, votes, steadily(votesPerSecond));
      const { messages, intervalMs } = window.report;
      if (intervalMs === null) throw new Error('the live server told nothing');
      const times = Math.max(2, Math.round((windowSeconds * 1000) / intervalMs));
      const replay = await measureReplay(raw, rawCrowd, { messages, intervalMs, times, base: (round + 1) * 10_000 });
      if (round >= 0) ours.push(window);
      if (round >= 0) replays.push(replay);
      tell(`${clients} sockets: ${inWords(window)}; raw ws: ${inWords(replay)}`);
    }
    const quiet = await measureVotes({ server: live, crowd: ourCrowd, voters }, quietVotes, afterSilence);
    await Promise.all([ourCrowd.close(), rawCrowd.close()]);
    await Promise.all([ourCrowd.stop(), rawCrowd.stop(), raw.stop()]);
    await pollers.open(clients);
    for (let round = 0; round < repeats; round += 1) {
      const window = await measureVotes({ server: live, crowd: pollers, voters }, votes, steadily(votesPerSecond));
      polls.push(window);
      tell(`${clients} pollers: ${inWords(window)}`);
    }
    return summarizeLevel(clients, { ours, quiet, replays, polls, ourWeight, rawWeight });
  } finally {
    await Promise.all([ourCrowd.stop(), rawCrowd.stop(), pollers.stop(), live.stop(), raw.stop()]);
  }
}

function inWords({ serverCpuMs, report, latenciesMs }: Window): string {
  const last = latenciesMs.length > 0 ? Math.round(Math.max(...latenciesMs)) : 'none';
  return `${((serverCpuMs * 1000) / report.deliveries).toFixed(1)} µs a delivery, slowest ${last} ms`;
}
