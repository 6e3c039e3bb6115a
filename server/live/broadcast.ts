import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { ServerToClientEvents } from '#domain/events.ts';
import type { LiveSocket, LiveSockets } from './liveSockets.ts';

/** A client that reads nothing for so many bytes is let go: it comes back and asks for the whole board. */
const mostUnreadBytes = 128 * 1024;
/** Where a connection keeps the TCP socket under it. */
const line = Symbol('line');

export function keepLine(connection: object, request: IncomingMessage): void {
  Object.assign(connection, { [line]: request.socket });
}

type Event = keyof ServerToClientEvents;
type Told<Name extends Event> = Parameters<ServerToClientEvents[Name]>;

/** Tells every socket of a room the same bytes, framed once. */
export function tellRoom<Name extends Event>(io: LiveSockets, room: string, event: Name, ...told: Told<Name>): void {
  const { adapter, sockets } = io.of('/');
  const message = frameMessage(event, told);
  for (const id of adapter.rooms.get(room) ?? []) {
    const socket = sockets.get(id);
    if (socket) hand(socket.conn, message);
  }
}

/** Tells every socket the same bytes, framed once. */
export function tellAll<Name extends Event>(io: LiveSockets, event: Name, ...told: Told<Name>): void {
  const message = frameMessage(event, told);
  for (const socket of io.of('/').sockets.values()) hand(socket.conn, message);
}

interface Message {
  packet: string;
  frame: Buffer;
  options: { compress: boolean; wsPreEncodedFrame: Buffer[] };
}

/** An event of Socket.IO (2), which Engine.IO sends as a message (4). */
function frameMessage(event: Event, told: readonly unknown[]): Message {
  const packet = `2${JSON.stringify([event, ...told])}`;
  const frame = frameText(`4${packet}`);
  return { packet, frame, options: { compress: false, wsPreEncodedFrame: [frame] } };
}

/**
 * Where Engine.IO has nothing under way the frame goes straight to the line; its own way costs each socket about twice the
 * CPU (docs/performance.md).
 */
function hand(connection: LiveSocket['conn'], { packet, frame, options }: Message): void {
  const straight = findLine(connection);
  if (straight && straight.writableLength > mostUnreadBytes) connection.close(true);
  else if (straight && connection.readyState === 'open' && connection.transport.writable) straight.write(frame);
  else connection.write(packet, options);
}

function findLine(connection: object): Socket | null {
  const found = line in connection ? connection[line] : null;
  return found instanceof Socket && found.writable ? found : null;
}

/** A final, unmasked text frame (RFC 6455, section 5.2), in one buffer. */
export function frameText(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  }
  if (head === 10) {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}
