import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { sqlState } from '#db/aggregate/serialization.ts';
import { sql } from '#db/client.ts';
import { rotateSecret } from '#db/webhooks/secrets.ts';
import { removeWebhook } from '#db/webhooks/switchWebhook.ts';
import { mostAttempts, retryAfterMs, retryDelayMs } from '#domain/webhooks/retry.ts';
import { mostWebhooks, wantedEvents } from '#domain/webhooks/webhook.ts';
import { judgeWebhookUrl } from '#domain/webhooks/webhookUrl.ts';
import { postMessage } from '#server/notifier/postMessage.ts';
import { isPublicAddress } from '#server/notifier/publicAddress.ts';
import { signMessage } from '#server/notifier/signMessage.ts';
import { fileOne } from '../../support/incidents.ts';
import { until } from '../../support/liveServer.ts';
import { administrator, openWebhooks } from './webhooks.ts';

const message = { headers: {}, body: '{}' };

describe('an address', () => {
  test.each([
    ['https://receiver.example/hook?a=1', null],
    ['https://receiver.example:8443/hook', null],
    ['https://xn--80ak6aa92e.example', null],
    ['http://receiver.example/hook', 'no_https'],
    ['https://receiver.example:22/hook', 'port'],
    ['https://user:word@receiver.example/', 'user'],
    ['https://localhost/', 'address'],
    ['https://127.0.0.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://0x7f.1/', 'address'],
    ['https://[::1]/', 'address'],
    ['https://[::ffff:10.0.0.1]/', 'address'],
    ['https://169.254.169.254/latest/meta-data', 'address'],
    ['https://intranet/', 'address'],
    ['https://１２７.0.0.1/', 'address'],
    ['file:///etc/passwd', 'no_https'],
    ['javascript:alert(1)', 'no_https'],
    ['nonsense 🙈', 'no_url'],
    ['', 'no_url'],
  ] as const)('%s is judged %s', (url, fault) => {
    expect(judgeWebhookUrl(url, { allowLoopback: false })).toBe(fault);
  });

  test.each(['http://localhost:8099/hook', 'http://127.0.0.1:8099/', 'https://[::1]:3000/'])(
    '%s is for rehearsals only',
    (url) => {
      expect(judgeWebhookUrl(url, { allowLoopback: true })).toBeNull();
      expect(judgeWebhookUrl(url, { allowLoopback: false })).not.toBeNull();
    },
  );

  test.each([
    ['8.8.8.8', true],
    ['2a00:1450:4001:80b::200e', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.53', false],
    ['169.254.169.254', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['fd00:ec2::254', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['2002:7f00:1::', false],
    ['2001:0:4136:e378::', false],
    ['2001:db8::1', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe('the retries', () => {
  it('go on for a day, ever further apart, and end', () => {
    const delays = Array.from({ length: mostAttempts - 1 }, (_, index) => retryDelayMs(index + 1, 0.5) ?? 0);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    const hours = delays.reduce((sum, delay) => sum + delay, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(25);
    expect(retryDelayMs(mostAttempts, 0.5)).toBeNull();
    expect([retryDelayMs(1, 0), retryDelayMs(1, 1)]).toEqual([4_000, 6_000]);
  });

  test.each([
    ['7', 7_000],
    ['Sun, 22 Nov 2026 00:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2025 00:01:00 GMT', null],
    ['999999999', 86_400_000],
    ['-5', null],
    ['soon', null],
    [undefined, null],
  ])('wait for Retry-After %s as %s ms', (header, expected) => {
    expect(retryAfterMs(header, Date.parse('2026-11-22T00:00:00Z'))).toBe(expected);
  });
});

it('a message is signed as the example of the specification is', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const headers = signMessage(
    { messageId: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', secrets: [secret] },
    1_614_265_330_000,
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describe('what a message is sent to', () => {
  const { database, db, add, receive, notify, log } = openWebhooks();

  it('is judged when it is connected to: a name that leads into this network gets nothing', async () => {
    const receiver = await receive();
    const { port } = new URL(receiver.url);
    let asked = 0;
    // What a name server does that wants to rebind: another address each time.
    const resolve = async () => {
      asked += 1;
      return [{ address: asked % 2 === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const answer = await postMessage('https://receiver.example/hook', message, { allowLoopback: true, resolve });
      expect(answer).toMatchObject({ status: null, error: expect.stringMatching(/is no public address$/) });
    }
    expect(asked).toBe(4);
    const mixed = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ];
    expect(
      (await postMessage('https://receiver.example/', message, { allowLoopback: true, resolve: mixed })).error,
    ).toBe('169.254.169.254 is no public address');
    expect((await postMessage(`http://127.0.0.1:${port}/`, message, { allowLoopback: false })).error).toBe(
      'refused: no_https',
    );
    const away = async () => [{ address: '93.184.215.14', family: 4 }];
    expect(
      (await postMessage(`http://localhost:${port}/`, message, { allowLoopback: true, resolve: away })).error,
    ).toBe('93.184.215.14 is no public address');
    expect(receiver.received).toHaveLength(0);
  });

  it('gets nothing on this machine once the election is no rehearsal', async () => {
    const receiver = await receive();
    const { id } = await add(receiver.url);
    await db().execute(sql`update board.election set is_test = false`);
    notify();
    await fileOne(db());
    await until(async () => (await log(id))[0]?.attempts.length === 1);
    expect((await log(id))[0]?.attempts[0]?.error).toBe('refused: no_https');
    expect(receiver.received).toHaveLength(0);
  });

  it('has to show a certificate that is good', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'saylau-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '1', '-nodes'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert, ...subject], {
      stdio: 'ignore',
    });
    let heard = 0;
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
      heard += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const answer = await postMessage(`https://localhost:${port}/`, message, { allowLoopback: true, resolve });
    expect(answer).toMatchObject({ status: null, error: expect.stringMatching(/self.signed certificate/) });
    expect(heard).toBe(0);
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  });

  it('is one of twenty at most, each address once', async () => {
    const { id } = await add('https://receiver0.example/hook');
    for (let number = 1; number < mostWebhooks; number += 1) await add(`https://receiver${number}.example/hook`);
    await expect(add('https://one-more.example/hook')).rejects.toThrow('there are 20 webhooks');
    await expect(add('https://RECEIVER3.example:443/hook')).rejects.toThrow('has this address');
    await removeWebhook(database.connectAs('saylau_web').db, administrator, id);
    const two = await Promise.allSettled([add('https://same.example/'), add('https://same.example/')]);
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is one of five made at once where there is room for one', async () => {
    for (let number = 0; number < mostWebhooks - 1; number += 1) await add(`https://receiver${number}.example/hook`);
    const made = await Promise.allSettled(
      Array.from({ length: 5 }, (_, number) => add(`https://late${number}.example/hook`)),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the secrets', () => {
  const { database, db, add } = openWebhooks();
  const refused = async (statement: string) => {
    const { db: web } = database.connectAs('saylau_web');
    return web.execute(sql.raw(statement)).then(
      () => 'allowed',
      (error) => sqlState(error),
    );
  };

  it('are read by the sender and by no other role, and stand in no log', async () => {
    const { id, secret } = await add('https://receiver.example/hook');
    const { secret: next } = await rotateSecret(database.connectAs('saylau_web').db, administrator, id);
    for (const statement of [
      'select secret from ops.webhook_secret',
      'select * from ops.webhook_secret',
      'select count(secret) from ops.webhook_secret',
      `update ops.webhook_secret set expires_at = null where secret like 'whsec_A%'`,
      `delete from ops.webhook_secret where secret like 'whsec_A%'`,
      `delete from ops.webhook_secret where id > 0 returning secret`,
      `insert into ops.webhook_secret (webhook_id, secret) values (${id}, '${secret}') returning secret`,
      'update ops.webhook set created_by = created_by',
      'update ops.webhook_outbox set began = false',
      'delete from ops.webhook_attempt',
    ])
      expect([statement, await refused(statement)]).toEqual([statement, '42501']);
    for (const role of ['saylau_live', 'saylau_aggregator', 'saylau_counting', 'saylau_detector'] as const) {
      const trial = database.connectAs(role).db.execute(sql`select * from ops.webhook`);
      await expect(trial.catch((error: unknown) => sqlState(error))).resolves.toBe('42501');
    }
    const sender = await database.connectAs('saylau_notifier').db.execute(sql`select secret from ops.webhook_secret`);
    expect(sender).toHaveLength(2);
    const audit = await db().execute(sql`select before::text, after::text from ops.audit`);
    for (const each of [secret, next]) expect(JSON.stringify(audit)).not.toContain(each.slice(6, 40));
  });

  it('let the web make up no news', async () => {
    for (const type of wantedEvents)
      expect([type, await refused(`insert into ops.webhook_event (type, body) values ('${type}', '{}')`)]).toEqual([
        type,
        '42501',
      ]);
    expect(await refused(`insert into ops.webhook_event (type, body) values ('ping', '{}')`)).toBe('allowed');
  });
});
