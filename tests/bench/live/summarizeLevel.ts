import { median, significant } from '../statistics.ts';
import { summarizeLatency, type Window } from './measureWindow.ts';

export interface Weight {
  heapBytes: number;
  externalBytes: number;
  residentBytes: number;
}

export interface LevelWindows {
  ours: Window[];
  /** Single votes after a silence. */
  quiet: Window;
  replays: Window[];
  polls: Window[];
  ourWeight: Weight;
  rawWeight: Weight;
}

/** The figures of one number of clients, medians over the windows, and the ratios to the peers. */
export function summarizeLevel(clients: number, { ours, quiet, replays, polls, ourWeight, rawWeight }: LevelWindows) {
  const figures = (windows: readonly Window[]) => ({
    repeats: windows.length,
    deliveries: windows.reduce((sum, { report }) => sum + report.deliveries, 0),
    deliveriesPerCpuSecond: Math.round(median(windows.map(deliveriesPerCpuSecond))),
    cpuMicrosPerDelivery: significant(median(windows.map((window) => 1e6 / deliveriesPerCpuSecond(window)))),
    cpuMicrosPerClientSecond: significant(median(windows.map((window) => cpuPerClientSecond(window, clients)))),
    serverCpuShare: significant(median(windows.map(({ serverCpuMs, seconds }) => serverCpuMs / 1000 / seconds))),
    clientCpuShare: significant(median(windows.map(({ report, seconds }) => report.cpuMs / 1000 / seconds))),
    lastClientMs: summarizeLatency(windows),
  });
  const messages = ours.flatMap(({ report }) => report.messages.map((message) => Buffer.byteLength(message)));
  const inPairs = (ratio: (our: Window, peer: Window) => number, peers: readonly Window[]) =>
    significant(median(ours.flatMap((window, round) => (peers[round] ? [ratio(window, peers[round])] : []))));
  return {
    sockets: clients,
    messageBytes: Math.round(median(messages)),
    msBetweenUpdates: significant(median(ours.map(({ report }) => report.intervalMs ?? 0))),
    saylau: { ...figures(ours), quietLastClientMs: summarizeLatency([quiet]), perSocket: ourWeight },
    rawWs: { ...figures(replays), perSocket: rawWeight },
    polling: {
      ...figures(polls),
      answersPerSecond: Math.round(median(polls.map(({ report, seconds }) => report.answers / seconds))),
    },
    ratios: {
      deliveriesPerCoreOfRawWs: inPairs(
        (our, peer) => deliveriesPerCpuSecond(our) / deliveriesPerCpuSecond(peer),
        replays,
      ),
      cpuPerClientSecondOfPolling: inPairs(
        (our, peer) => cpuPerClientSecond(our, clients) / cpuPerClientSecond(peer, clients),
        polls,
      ),
      heapOfRawWs: significant(ourWeight.heapBytes / rawWeight.heapBytes),
      residentOfRawWs: significant(ourWeight.residentBytes / rawWeight.residentBytes),
    },
  };
}
export type LevelFigures = ReturnType<typeof summarizeLevel>;

function deliveriesPerCpuSecond({ report, serverCpuMs }: Window): number {
  return report.deliveries / (serverCpuMs / 1000);
}

function cpuPerClientSecond({ serverCpuMs, seconds }: Window, clients: number): number {
  return (serverCpuMs * 1000) / seconds / clients;
}
