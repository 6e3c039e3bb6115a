import { setTimeout as delay } from 'node:timers/promises';
import { startProgram } from '../childProgram.ts';
import {
  type ClientReport,
  ClientReport as ClientReportShape,
  type ClientRequest,
  Done,
  Memory,
  type ServerRequest,
  Started,
  Usage,
} from './messages.ts';

const patienceMs = 15_000;
const warmUpClients = 50;
/** For connections to settle: late timers, the last of the handshakes. */
const settleMs = 1_000;

export type ClientKind = 'socketIo' | 'rawWs' | 'polling';

/** A server as a process of its own. */
export async function startServer(program: 'liveServerProgram' | 'rawServerProgram', databaseUrl?: string) {
  const child = startProgram<ServerRequest>(new URL(`./${program}.ts`, import.meta.url), ['--expose-gc']);
  const { port } = await child.ask({ ask: 'start', ...(databaseUrl ? { databaseUrl } : {}) }, Started);
  return {
    port,
    ask: child.ask,
    usage: () => child.ask({ ask: 'usage' }, Usage),
    memory: () => child.ask({ ask: 'memory' }, Memory),
    stop: child.stop,
  };
}
export type Server = Awaited<ReturnType<typeof startServer>>;

/** Clients as a process of their own. */
export function startCrowd(kind: ClientKind, port: number) {
  const child = startProgram<ClientRequest>(new URL('./clientProgram.ts', import.meta.url));
  const scope = JSON.stringify({ level: 'country', code: 'KZ' });
  const collect = () => child.ask({ ask: 'collect' }, ClientReportShape);
  return {
    open: async (clients: number) => {
      await child.ask({ ask: 'open', kind, port, clients, scope }, Done);
      await delay(settleMs);
    },
    begin: (base: number, votes: number) => child.ask({ ask: 'begin', base, votes }, Done),
    /** What was seen once every client has seen the last vote, or patience ends. */
    collectAll: async (): Promise<ClientReport> => {
      const deadline = Date.now() + patienceMs;
      for (;;) {
        const report = await collect();
        if (report.lastMs.every((ms) => ms !== null) || Date.now() > deadline) return report;
        await delay(200);
      }
    },
    close: async () => {
      await child.ask({ ask: 'close' }, Done);
      await delay(settleMs);
    },
    stop: child.stop,
  };
}
export type CrowdProcess = ReturnType<typeof startCrowd>;

/** Opens and closes some clients first, then all; returns what each weighs in the server. */
export async function openAndWeigh(server: Server, crowd: CrowdProcess, clients: number) {
  await crowd.open(warmUpClients);
  await crowd.close();
  const before = await server.memory();
  await crowd.open(clients);
  const after = await server.memory();
  return {
    heapBytes: Math.round((after.heapBytes - before.heapBytes) / clients),
    externalBytes: Math.round((after.externalBytes - before.externalBytes) / clients),
    residentBytes: Math.round((after.residentBytes - before.residentBytes) / clients),
  };
}
