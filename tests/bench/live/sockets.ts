import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type Crowd, openMany, type Tally } from './crowd.ts';

interface SocketsOptions {
  kind: 'socketIo' | 'rawWs';
  port: number;
  clients: number;
  scope: string;
}

/** Engine.IO and Socket.IO packets, by their first characters. */
const ping = 0x32;
const message = 0x34;
const changedPrefix = '42["board:changed",{"version":';
const openTimeoutMs = 30_000;
/** As long as a phone's, for a server may keep them. */
const phoneHeaders = {
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
  'Accept-Language': 'kk-KZ,kk;q=0.9,ru-RU;q=0.8,ru;q=0.7,en-US;q=0.6,en;q=0.5',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Cache-Control': 'no-cache',
  Pragma: 'no-cache',
  Origin: 'http://localhost:3000',
};

const Changed = z.tuple([
  z.literal('board:changed'),
  z.object({ version: z.int(), rows: z.tuple([z.object({ voted: z.int() })], z.unknown()) }),
]);

/** Opens the sockets; those of Socket.IO watch the country, those of raw ws are only told. */
export async function openSockets({ kind, port, clients, scope }: SocketsOptions, tally: Tally): Promise<Crowd> {
  const url = `ws://127.0.0.1:${port}${kind === 'socketIo' ? '/live/socket/?EIO=4&transport=websocket' : '/'}`;
  const sockets: WebSocket[] = [];
  const totals = new Map<number, number>();
  let closing = false;

  /** The country's voters in the update of this version; each is parsed once, for thousands get the same bytes. */
  const totalOf = (data: Buffer): number => {
    const version = readNumber(data, changedPrefix.length);
    const known = totals.get(version);
    if (known !== undefined) return known;
    const text = data.toString();
    const total = kind === 'rawWs' ? version : Changed.parse(JSON.parse(text.slice(2)))[1].rows[0].voted;
    totals.set(version, total);
    tally.sawNew(text);
    return total;
  };
  const onMessage = (client: number, socket: WebSocket, data: Buffer) => {
    if (data[0] === ping && data.length === 1) return socket.send('3');
    if (data[0] !== message || data[1] !== ping) return;
    const isChange = data[4] === 0x62 && data[10] === 0x63 && data[12] === 0x61;
    tally.answered(isChange);
    if (isChange) tally.arrived(client, totalOf(data));
  };

  await openMany(clients, 100, async (client) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true, headers: phoneHeaders });
    sockets[client] = socket;
    await once(socket, 'open', { signal: AbortSignal.timeout(openTimeoutMs) });
    if (kind === 'socketIo') await watch(socket, scope);
    socket.on('message', (data: Buffer) => onMessage(client, socket, data));
    socket.on('close', () => {
      if (!closing) throw new Error(`the server closed a socket of ${clients}`);
    });
  });
  return {
    close: async () => {
      closing = true;
      for (const socket of sockets) socket.terminate();
    },
  };
}

async function watch(socket: WebSocket, scope: string): Promise<void> {
  socket.send('40');
  await nextMessage(socket, '40');
  socket.send(`420["board:watch",{"scope":${scope}}]`);
  const answer = await nextMessage(socket, '430');
  if (!answer.startsWith('430[{"ok":true')) throw new Error(`the server refused: ${answer.slice(0, 120)}`);
}

function nextMessage(socket: WebSocket, prefix: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${prefix} within ${openTimeoutMs} ms`)), openTimeoutMs);
    const listen = (data: Buffer) => {
      const text = data.toString();
      if (text === '2') socket.send('3');
      if (!text.startsWith(prefix)) return;
      clearTimeout(timer);
      socket.off('message', listen);
      resolve(text);
    };
    socket.on('message', listen);
  });
}

function readNumber(data: Buffer, start: number): number {
  let number = 0;
  for (let at = start; ; at += 1) {
    const digit = (data[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return number;
    number = number * 10 + digit;
  }
}
