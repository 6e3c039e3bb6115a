import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { type Crowd, openMany, type Tally } from './crowd.ts';
import { monotonicMs } from './monotonicClock.ts';

const periodMs = 1_000;
const stepMs = 10;
const headEnd = Buffer.from('\r\n\r\n');
const Country = z.object({ country: z.object({ voted: z.int() }) });

/** Clients that ask for the country's file once a second, each at its own moment, on a connection kept open. */
export async function openPollers({ port, clients }: { port: number; clients: number }, tally: Tally): Promise<Crowd> {
  const sockets: Socket[] = [];
  const etags = new Array<string>(clients).fill('');
  const waiting = new Uint8Array(clients);
  const totals = new Map<string, number>();
  let closing = false;

  /** The country's voters in the file of this ETag; each is unpacked once. */
  const totalOf = (etag: string, body: Buffer): number => {
    const known = totals.get(etag);
    if (known !== undefined) return known;
    const text = brotliDecompressSync(body).toString();
    const total = Country.parse(JSON.parse(text)).country.voted;
    totals.set(etag, total);
    tally.sawNew(text);
    return total;
  };
  const onAnswer = (client: number, head: string, body: Buffer) => {
    waiting[client] = 0;
    const changed = head.startsWith('HTTP/1.1 200');
    if (!changed && !head.startsWith('HTTP/1.1 304')) throw new Error(`the server answered ${head.slice(0, 40)}`);
    tally.answered(changed);
    if (!changed) return;
    const etag = headerOf(head, 'etag');
    etags[client] = etag;
    tally.arrived(client, totalOf(etag, body));
  };

  await openMany(clients, 100, async (client) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    sockets[client] = socket;
    await once(socket, 'connect');
    readAnswers(socket, (head, body) => onAnswer(client, head, body));
    socket.on('close', () => {
      if (!closing) throw new Error('the server closed a kept connection');
    });
  });
  const ask = (client: number) => {
    if (waiting[client] === 1) return;
    waiting[client] = 1;
    const condition = etags[client] ? `If-None-Match: ${etags[client]}\r\n` : '';
    sockets[client]?.write(
      `GET /live/board.json HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n${condition}\r\n`,
    );
  };
  let asked = 0;
  const startedMs = monotonicMs();
  const timer = setInterval(() => {
    // By the clock and not by the count of steps: a late timer asks for all whose moment has come.
    const due = Math.floor(((monotonicMs() - startedMs) / periodMs) * clients);
    for (; asked < due; asked += 1) ask(asked % clients);
  }, stepMs);
  return {
    close: async () => {
      closing = true;
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}

function readAnswers(socket: Socket, tell: (head: string, body: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf(headEnd);
      if (end < 0) return;
      const head = rest.toString('latin1', 0, end);
      const bodyStart = end + headEnd.length;
      const length = Number(headerOf(head, 'content-length') || 0);
      if (rest.length < bodyStart + length) return;
      tell(head, rest.subarray(bodyStart, bodyStart + length));
      rest = rest.subarray(bodyStart + length);
    }
  });
}

function headerOf(head: string, name: string): string {
  return new RegExp(`\\r\\n${name}: ([^\\r]*)`, 'i').exec(head)?.[1] ?? '';
}
