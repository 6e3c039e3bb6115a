import { io } from 'socket.io-client';
import type { Scope } from '#domain/board.ts';
import type { Report } from './report.ts';

export interface FollowedSockets {
  /** Waits until every socket heard of the board's being looked at once more, then closes them all. */
  stop(): Promise<void>;
}

const checkedWithinMs = 8_000;

/** A socket for every scope; every frame that comes is searched, whatever its name. */
export async function followSockets(
  port: number,
  origin: string,
  scopes: readonly Scope[],
  report: Report,
): Promise<FollowedSockets> {
  const sockets = scopes.map((scope) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      path: '/live/socket',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin },
    });
    const where = `socket of ${scope.code}`;
    socket.io.on('open', () =>
      socket.io.engine.on('packet', ({ data }) => {
        if (data !== undefined) report.look('sockets', where, typeof data === 'string' ? data : Buffer.from(data));
      }),
    );
    return { socket, scope };
  });
  await Promise.all(
    sockets.map(async ({ socket, scope }) => {
      const answer: unknown = await socket.timeout(checkedWithinMs).emitWithAck('board:watch', { scope });
      if (!isOk(answer)) report.problem('sockets', scope.code, `board:watch was answered ${JSON.stringify(answer)}`);
    }),
  );
  return {
    stop: async () => {
      await Promise.all(
        sockets.map(
          ({ socket }) =>
            new Promise<void>((resolve, reject) => {
              const timer = setTimeout(() => reject(new Error('the live server fell silent')), checkedWithinMs);
              socket.once('board:checked', () => {
                clearTimeout(timer);
                resolve();
              });
            }),
        ),
      );
      for (const { socket } of sockets) socket.close();
    },
  };
}

function isOk(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}
