import { percentile, significant } from '../statistics.ts';
import type { CrowdProcess, Server } from './crowdProgram.ts';
import { Broadcast, type ClientReport } from './messages.ts';
import type { Voters } from './voters.ts';

/** What one window of votes cost a server and when its clients had it. */
export interface Window {
  seconds: number;
  serverCpuMs: number;
  report: ClientReport;
  /** From the vote (or, for the raw peer, the broadcast) to the last client; votes that some client never showed are missing. */
  latenciesMs: number[];
  unseen: number;
}

export async function measureVotes(
  { server, crowd, voters }: { server: Server; crowd: CrowdProcess; voters: Voters },
  votes: number,
  gapMs: (random: () => number) => number,
): Promise<Window> {
  await crowd.begin(await voters.total(), votes);
  const before = await server.usage();
  const sentMs = await voters.cast(votes, gapMs);
  const report = await crowd.collectAll();
  const after = await server.usage();
  return toWindow(before, after, sentMs, report);
}

export interface Replay {
  messages: string[];
  intervalMs: number;
  times: number;
  base: number;
}

/** The raw peer tells its clients these messages, as many and as often as the live server told its own. */
export async function measureReplay(server: Server, crowd: CrowdProcess, replay: Replay): Promise<Window> {
  await crowd.begin(replay.base, replay.times);
  const before = await server.usage();
  const { startedMs } = await server.ask({ ask: 'broadcast', ...replay }, Broadcast);
  const report = await crowd.collectAll();
  const after = await server.usage();
  return toWindow(before, after, startedMs, report);
}

interface Reading {
  cpuMs: number;
  atMs: number;
}

function toWindow(before: Reading, after: Reading, sentMs: readonly number[], report: ClientReport): Window {
  const latenciesMs = report.lastMs.flatMap((ms, vote) => (ms === null ? [] : [ms - (sentMs[vote] ?? 0)]));
  return {
    seconds: (after.atMs - before.atMs) / 1000,
    serverCpuMs: after.cpuMs - before.cpuMs,
    report,
    latenciesMs,
    unseen: sentMs.length - latenciesMs.length,
  };
}

export interface Latency {
  samples: number;
  unseen: number;
  p50: number;
  p95: number;
  p99: number;
}

export function summarizeLatency(windows: readonly Window[]): Latency {
  const values = windows.flatMap((window) => window.latenciesMs);
  const at = (share: number) => significant(percentile(values, share));
  return {
    samples: values.length,
    unseen: windows.reduce((sum, window) => sum + window.unseen, 0),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
