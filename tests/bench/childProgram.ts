import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Question = z.object({ id: z.int(), ask: z.unknown() });
const Answer = z.object({ id: z.int(), answer: z.unknown().optional(), error: z.string().optional() });

export interface ChildProgram<Request> {
  /** Throws where the program ended or answered with an error. */
  ask<Reply>(request: Request, reply: z.ZodType<Reply>): Promise<Reply>;
  stop(): Promise<void>;
}

/** Starts a program of this folder as a process of its own, which ends with this one. */
export function startProgram<Request>(url: URL, nodeOptions: readonly string[] = []): ChildProgram<Request> {
  const child = fork(fileURLToPath(url), { execArgv: ['--import', 'tsx', ...nodeOptions] });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  child.on('message', (message) => {
    const { id, answer, error } = Answer.parse(message);
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(answer);
    else waiter?.reject(new Error(error));
  });
  child.once('exit', (code, signal) => {
    for (const waiter of waiting.values()) waiter.reject(new Error(`${url.pathname} ended (${signal ?? code})`));
    waiting.clear();
  });
  return {
    ask: async (request, reply) => {
      const answer = await new Promise<unknown>((resolve, reject) => {
        if (!child.connected) return reject(new Error(`${url.pathname} is not running`));
        asked += 1;
        waiting.set(asked, { resolve, reject });
        child.send({ id: asked, ask: request });
      });
      return reply.parse(answer);
    },
    stop: () => endChild(child),
  };
}

/** Ends a process of ours and waits for it; one that does not listen is killed. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

/** The other side: answers what the parent asks, and ends with it. */
export function answerParent<Request>(
  request: z.ZodType<Request>,
  answer: (request: Request) => Promise<unknown>,
): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', async (message) => {
    const { id, ask } = Question.parse(message);
    try {
      process.send?.({ id, answer: (await answer(request.parse(ask))) ?? null });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
}
