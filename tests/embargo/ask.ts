import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  rawHeaders: readonly string[];
  /** Without its compression. */
  content: Buffer;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
}

export type Ask = (path: string, question?: Question) => Promise<Answer>;

/** `HEAD /kk, RSC: 1`. */
export function describeQuestion(address: string, { method = 'GET', headers = {} }: Question): string {
  const told = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${address}`, ...told].join(', ');
}

/** Where a redirect leads, on this site. */
export function locationOf({ headers }: Answer): string | null {
  if (headers.location === undefined) return null;
  const { pathname, search } = new URL(headers.location, 'http://site');
  return pathname + search;
}

const requestTimeoutMs = 15_000;
// Of all servers: one that was limited before stays so for a minute.
let asked = 0;
/** Fewer than an address may ask for in a minute. */
const requestsOfAddress = 200;

/** Asks one server for paths exactly as they are written; from another address of this machine every so often, so as not to be limited. */
export function createAsk(port: number): { ask: Ask; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const askOnce: Ask = (path, { method = 'GET', headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const block = Math.floor(asked++ / requestsOfAddress);
      const localAddress = `127.8.${Math.floor(block / 250)}.${(block % 250) + 1}`;
      const sent = request(
        { host: '127.0.0.1', port, path, method, headers, agent, localAddress, timeout: requestTimeoutMs },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            const body = Buffer.concat(chunks);
            const { statusCode: status = 0, headers: received, rawHeaders } = response;
            resolve({ status, headers: received, rawHeaders, content: decode(received, body) });
          });
        },
      );
      sent.once('timeout', () => sent.destroy(new Error(`${method} ${path} has no answer`)));
      sent.once('error', reject);
      sent.end();
    });
  return {
    // Once more where the server gave up a kept connection at that very moment.
    ask: (path, question) => askOnce(path, question).catch(() => askOnce(path, question)),
    close: () => agent.destroy(),
  };
}

function decode(headers: IncomingHttpHeaders, body: Buffer): Buffer {
  if (body.length === 0) return body;
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body);
  if (headers['content-encoding'] === 'gzip') return gunzipSync(body);
  return headers['content-encoding'] === 'deflate' ? inflateSync(body) : body;
}
