import { readEnvironment } from '../../../environment.ts';

const patienceMs = 500;
const askEveryMs = 5_000;

let asked: { atMs: number; sockets: number | null; port: number } | undefined;

/**
 * How many sockets the live server beside the pages holds, as its /metrics say; null where it does not answer. Asked at most every
 * five seconds, and never waited for: the figure is the one known before.
 */
export function readSockets(): number | null {
  const { LIVE_PORT: port } = readEnvironment();
  if (!asked || asked.port !== port || Date.now() - asked.atMs > askEveryMs) {
    const before = asked?.port === port ? asked.sockets : null;
    asked = { atMs: Date.now(), sockets: before, port };
    void askSockets(port).then((sockets) => {
      asked = { atMs: Date.now(), sockets, port };
    });
  }
  return asked.sockets;
}

/** Of this machine: /metrics is not for the public, so the public address does not answer it. */
export async function askSockets(port: number): Promise<number | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(patienceMs) });
    return answer.ok ? parseSockets(await answer.text()) : null;
  } catch {
    return null;
  }
}

export function parseSockets(metrics: string): number | null {
  const [, digits] = /^saylau_live_sockets (\d+)$/m.exec(metrics) ?? [];
  return digits === undefined ? null : Number(digits);
}
