import { execFileSync } from 'node:child_process';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookMessage } from '#domain/webhooks/message.ts';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  message: WebhookMessage;
  atMs: number;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Ids of the messages, as they came. */
  ids(): string[];
  types(): string[];
  close(): Promise<void>;
}

/** A server on the loopback that is sent messages; `answer` says what comes back, else it is 204. */
export async function startReceiver(
  answer: (response: ServerResponse, count: number) => void = (response) => response.writeHead(204).end(),
): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const message = WebhookMessage.parse(JSON.parse(body));
      received.push({ headers: request.headers, body, message, atMs: Date.now() });
      answer(response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    ids: () => received.map(({ headers }) => String(headers['webhook-id'])),
    types: () => received.map(({ message }) => message.type),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The signature as openssl makes it of the same. */
export function signByOpenssl(secret: string, { headers, body }: Received): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64').toString('hex');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const args = ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${key}`, '-binary'];
  return `v1,${execFileSync('openssl', args, { input: signed }).toString('base64')}`;
}
