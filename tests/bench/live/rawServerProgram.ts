import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { answerParent } from '../childProgram.ts';
import { ServerRequest } from './messages.ts';
import { monotonicMs } from './monotonicClock.ts';
import { readMemory, readUsage } from './processFigures.ts';

/** The peer: nothing but ws, each message framed once and the same bytes handed to every socket. */
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 4_096 });

/** `_sender` is what ws offers for a shared frame, see https://github.com/websockets/ws/issues/617 */
const FrameSender = z.object({ _sender: z.custom<{ sendFrame(list: Buffer[]): void }>() });
const senders = new Map<WebSocket, { sendFrame(list: Buffer[]): void }>();
server.on('connection', (socket) => {
  senders.set(socket, FrameSender.parse(socket)._sender);
  socket.on('close', () => senders.delete(socket));
  socket.on('message', () => {});
});

/** A text frame, final, unmasked and uncompressed (RFC 6455, 5.2), of a message shorter than 64 KiB. */
function frame(text: string): Buffer[] {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : Buffer.from([0x81, 126, body.length >> 8, body.length & 0xff]);
  return [Buffer.concat([head, body])];
}

/** The same text with its version replaced by the number of the broadcast, in as many digits. */
function numbered(message: string, number: number): string {
  return message.replace(
    /"version":\d+/,
    (version) => `"version":${String(number).padStart(version.length - 10, '0')}`,
  );
}

answerParent(ServerRequest, async (request) => {
  if (request.ask === 'usage') return readUsage();
  if (request.ask === 'memory') return readMemory();
  if (request.ask === 'start') {
    await once(http.listen(0, '127.0.0.1'), 'listening');
    const address = http.address();
    return { port: typeof address === 'object' ? address?.port : 0 };
  }
  const startedMs: number[] = [];
  const firstMs = monotonicMs();
  for (let round = 0; round < request.times; round += 1) {
    await delay(Math.max(0, firstMs + round * request.intervalMs - monotonicMs()));
    startedMs.push(monotonicMs());
    const shared = frame(numbered(request.messages[round % request.messages.length] ?? '', request.base + round + 1));
    for (const sender of senders.values()) sender.sendFrame(shared);
  }
  return { startedMs };
});

process.on('SIGTERM', () => process.exit(0));
