import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { cleanText } from '#domain/incidents/plainText.ts';
import { isLoopbackName, judgeWebhookUrl } from '#domain/webhooks/webhookUrl.ts';
import { guardedLookup, type Resolve, resolveBySystem } from './guardedLookup.ts';

/** From the first packet to the last of the answer. */
export const timeoutMs = 5_000;
const excerptLength = 200;
const excerptBytes = 1_000;

export interface PostOptions {
  allowLoopback: boolean;
  resolve?: Resolve;
}

/** What came back; where nothing did, `error` says why in words for the log. */
export interface Answer {
  status: number | null;
  retryAfter: string | undefined;
  excerpt: string | null;
  error: string | null;
  durationMs: number;
}

/** Sends a body to the address, within its limits. Never throws. */
export async function postMessage(
  address: string,
  message: { headers: Record<string, string>; body: string },
  { allowLoopback, resolve = resolveBySystem }: PostOptions,
): Promise<Answer> {
  const startedAtMs = performance.now();
  const answer = (part: Partial<Answer>): Answer => ({
    status: null,
    retryAfter: undefined,
    excerpt: null,
    error: null,
    durationMs: Math.round(performance.now() - startedAtMs),
    ...part,
  });
  const fault = judgeWebhookUrl(address, { allowLoopback });
  if (fault !== null) return answer({ error: `refused: ${fault}` });
  try {
    return answer(await exchange(new URL(address), message, resolve));
  } catch (error) {
    return answer({ error: reasonOf(error) });
  }
}

function exchange(
  url: URL,
  { headers, body }: { headers: Record<string, string>; body: string },
  resolve: Resolve,
): Promise<Partial<Answer>> {
  return new Promise((done, fail) => {
    let finish: (() => void) | null = null;
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const outgoing = send(
      url,
      {
        method: 'POST',
        headers: {
          ...headers,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'Saylau-Webhooks/1',
        },
        // A connection of its own, so that each is looked up and judged.
        agent: false,
        // Not asked for an address in numbers, of which judgeWebhookUrl lets none through but the loopback's.
        lookup: guardedLookup(resolve, { loopback: isLoopbackName(url.hostname) }),
        signal: AbortSignal.timeout(timeoutMs),
      },
      (incoming) => {
        const { statusCode: status = null, headers: answered } = incoming;
        const chunks: Buffer[] = [];
        let size = 0;
        // The status counts, also where the rest does not come.
        finish = () => {
          const text = Buffer.concat(chunks).subarray(0, excerptBytes).toString('utf8');
          done({ status, retryAfter: answered['retry-after'], excerpt: cleanText(text, excerptLength) || null });
        };
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size >= excerptBytes) incoming.destroy();
        });
        incoming.on('error', finish);
        incoming.on('close', finish);
      },
    );
    outgoing.on('error', (error) => (finish ? finish() : fail(error)));
    outgoing.end(body);
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return `no answer in ${timeoutMs / 1_000} s`;
  return cleanText(error.message || ('code' in error ? String(error.code) : error.name), excerptLength);
}
