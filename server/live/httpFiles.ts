import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotFound } from '#domain/errors.ts';
import { staleSince } from '#domain/freshness.ts';
import type { Log } from '../log.ts';
import type { BoardFeed } from './boardFeed.ts';
import { answer, commonHeaders, preflight, sendFile } from './httpAnswers.ts';
import { type FoundFile, NotStarted } from './liveFiles.ts';
import type { LiveMetrics } from './liveMetrics.ts';

interface Dependencies {
  feed: () => BoardFeed | undefined;
  find: (path: string) => Promise<FoundFile>;
  metrics: LiveMetrics;
  log: Log;
  isClosing: () => boolean;
}

/** Answers the snapshots, the health checks and the metrics. */
export function createHttpFiles({ feed, find, metrics, log, isClosing }: Dependencies) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    try {
      if (isFile(request, path)) {
        const { kind, file } = await find(path);
        metrics.requests.inc({ file: kind, status: await sendFile(request, response, file) });
        return;
      }
      if (request.method === 'OPTIONS') return preflight(response);
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return answer(response, 405, { error: 'method_not_allowed' }, { Allow: 'GET, HEAD' });
      if (path === '/healthz') return answer(response, 200, { status: 'ok' });
      if (path === '/readyz') return readiness(response, feed(), isClosing());
      if (path === '/metrics') {
        const text = await metrics.registry.metrics();
        response.writeHead(200, [...commonHeaders, 'Content-Type', metrics.registry.contentType]).end(text);
        return;
      }
      throw new NotFound(path);
    } catch (error) {
      if (error instanceof NotFound) return answer(response, 404, { error: 'not_found' });
      if (error instanceof NotStarted) return answer(response, 503, { error: 'no_election' }, { 'Retry-After': '2' });
      log.error({ err: error, path }, 'request failed');
      answer(response, 500, { error: 'internal' });
    }
  };
}

function isFile({ method }: IncomingMessage, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && path.startsWith('/live/');
}

function readiness(response: ServerResponse, feed: BoardFeed | undefined, closing: boolean): void {
  if (!feed || closing) {
    answer(response, 503, { ready: false });
    return;
  }
  const { version, checkedAt } = feed.state();
  answer(response, 200, { ready: true, version, checkedAt, staleSince: staleSince(checkedAt, Date.now()) });
}
