import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebhookMessage } from '#domain/webhooks/message.ts';
import { signMessage } from '#server/notifier/signMessage.ts';

const document = readFileSync(resolve(import.meta.dirname, '../../../docs/api.md'), 'utf8');
const section = document.slice(document.indexOf('## Webhooks'));
const blockOf = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\n\`\`\``).exec(section)?.[1] ?? '';
const [head = '', body = ''] = blockOf('http').split('\n\n');
const headers = Object.fromEntries(
  [...head.matchAll(/^(webhook-[a-z]+): (.*)$/gm)].map(([, name, value]) => [name, value]),
);
const secret = /whsec_[\w+/=]+/.exec(section)?.[0] ?? '';
const messageId = headers['webhook-id'] ?? '';
const nowMs = Number(headers['webhook-timestamp']) * 1_000;

describe('what docs/api.md says of webhooks', () => {
  it('has an example that is signed as messages are', () => {
    expect(signMessage({ messageId, body, secrets: [secret] }, nowMs)).toEqual(headers);
    WebhookMessage.parse(JSON.parse(body));
    WebhookMessage.parse(JSON.parse(blockOf('json')));
  });

  it('verifies it with the lines for the shell', () => {
    const folder = mkdtempSync(join(tmpdir(), 'saylau-docs-'));
    writeFileSync(join(folder, 'body.json'), body);
    const environment = { SECRET: secret, ID: messageId, TIMESTAMP: headers['webhook-timestamp'] };
    const made = execFileSync('sh', ['-c', blockOf('sh')], { cwd: folder, env: { ...process.env, ...environment } });
    expect(`v1,${made.toString().trim()}`).toBe(headers['webhook-signature']);
    rmSync(folder, { recursive: true });
  });

  it('verifies it with the function for Node, and nothing else', async () => {
    const code = `data:text/javascript,${encodeURIComponent(blockOf('js'))}`;
    const { isGenuine } = await import(/* @vite-ignore */ code);
    const bytes = Buffer.from(body);
    expect(isGenuine(headers, bytes, [secret], nowMs)).toBe(true);
    const another = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(isGenuine(headers, bytes, [another, secret], nowMs)).toBe(true);
    const two = signMessage({ messageId, body, secrets: [another, secret] }, nowMs);
    expect(isGenuine(two, bytes, [secret], nowMs)).toBe(true);
    expect(isGenuine(headers, bytes, [another], nowMs)).toBe(false);
    expect(isGenuine(headers, Buffer.from(`${body} `), [secret], nowMs)).toBe(false);
    expect(isGenuine({ ...headers, 'webhook-id': `${messageId}0` }, bytes, [secret], nowMs)).toBe(false);
    expect(isGenuine(headers, bytes, [secret], nowMs + 301_000)).toBe(false);
    expect(isGenuine({ ...headers, 'webhook-signature': 'v1,' }, bytes, [secret], nowMs)).toBe(false);
  });
});
