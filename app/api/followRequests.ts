import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { realHeaders } from './storedHeaders.ts';

const channel = 'http.server.request.start';
// On globalThis, for Next may load a module of routes and of the start twice.
const started = globalThis as typeof globalThis & { saylauFollowsRequests?: boolean };

/**
 * Sees every request before Next does: says in X-Forwarded-For who asks, which a client could forge, and gives answers the
 * headers of stored files. `trustedProxies` stand in front. Returns its stop.
 */
export function followRequests(trustedProxies: number): () => void {
  const onRequest = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    request.headers['x-forwarded-for'] = findAddress(request, trustedProxies);
    if (!request.url?.startsWith('/api/')) return;
    if (!isDecodable(request.url)) request.url = '/api/v1/malformed';
    renameHeaders(response);
  };
  subscribe(channel, onRequest);
  started.saylauFollowsRequests = true;
  return () => {
    unsubscribe(channel, onRequest);
    started.saylauFollowsRequests = false;
  };
}

/** Whether answers get the headers of stored files. */
export function isFollowing(): boolean {
  return started.saylauFollowsRequests === true;
}

/** Next answers 500 to an address with a broken escape. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function findAddress(request: IncomingMessage, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return socketAddress;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const address = forwarded.at(-trustedProxies)?.trim() ?? '';
  return isIP(address) ? address : socketAddress;
}

/** Next drops Content-Encoding and Content-Length of a route's answer; under other names they get through. */
function renameHeaders(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => setHeader(realHeaders.get(name.toLowerCase()) ?? name, value);
}
