import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { ClientToServerEvents, ServerToClientEvents } from '#domain/events.ts';
import { frameText, keepLine, tellRoom } from '#server/live/broadcast.ts';

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('frameText', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536])('frames a text of %i bytes as a client reads it', async (length) => {
    const text = 'ш'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    server.on('connection', (_socket, request) => request.socket.write(frameText(text)));
    const client = new WebSocket(`ws://127.0.0.1:${portOf(server.address())}`);
    const [data] = await once(client, 'message');
    expect(String(data)).toBe(text);
    client.terminate();
    server.close();
  });
});

describe('tellRoom', () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  const checked = (version: number) => ({ version, checkedAt: '2020-10-02T11:00:00.000Z', staleSince: null });

  it.each([true, false])(
    'keeps the order of what Socket.IO sends and what it sends itself (straight to the line: %s)',
    async (straight) => {
      const http = createServer();
      const io = new Server<ClientToServerEvents, ServerToClientEvents>(http, {
        transports: ['websocket'],
        perMessageDeflate: false,
      });
      if (straight) io.engine.on('connection', (connection) => keepLine(connection, connection.request));
      io.on('connection', (socket) => {
        void socket.join('room');
        // The first leaves a write under way in Engine.IO; the room must not overtake it.
        for (let version = 1; version <= 40; version += 1) {
          if (version % 4 === 1) socket.emit('board:checked', checked(version));
          else tellRoom(io, 'room', 'board:checked', checked(version));
        }
        setImmediate(() => tellRoom(io, 'room', 'board:checked', checked(41)));
      });
      await once(http.listen(0, '127.0.0.1'), 'listening');
      const client = connect(`http://127.0.0.1:${portOf(http.address())}`, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      });
      ends.push(
        () => io.close(),
        () => client.disconnect(),
      );
      const versions: number[] = [];
      await new Promise<void>((resolve) =>
        client.on('board:checked', ({ version }: { version: number }) => {
          versions.push(version);
          if (version === 41) resolve();
        }),
      );
      expect(versions).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    },
  );
});
