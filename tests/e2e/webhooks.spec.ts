import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { signByOpenssl, startReceiver } from '../server/notifier/receiver.ts';
import { codeOf } from '../support/staff.ts';
import { type Board, expect, overflowOf, test } from './fixtures.ts';

async function openWebhooks(page: Page, board: Board): Promise<void> {
  const lines = readFileSync(join(board.dataDir, 'sign-ins.txt'), 'utf8').split('\n');
  const line = lines.find((each) => each.startsWith('admin@')) ?? '';
  const [email = '', password = ''] = line.split(/\s+/);
  const uri = `otpauth://totp/x?secret=${/authenticator (\S+)/.exec(line)?.[1] ?? ''}`;
  await page.goto(`${board.web}/en/sign-in?next=/en/console/webhooks`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // A code is good once: another test may have used the present one.
  for (const steps of [0, 1]) {
    await page.getByLabel('Code').fill(codeOf(uri, steps));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/auth/sign-in/code')),
      page.getByRole('button', { name: 'Sign in' }).click(),
    ]);
    if (answer.ok()) break;
  }
  await page.waitForURL((url) => url.pathname === '/en/console/webhooks');
}

test('an administrator adds a receiver, sends it a test, and sees without a reload that it arrived', async ({
  board,
  page,
}) => {
  const receiver = await startReceiver((response) => response.writeHead(200).end('<b>ok</b>'));
  await openWebhooks(page, board);
  await page.getByLabel('Address').fill(receiver.url);
  await page.getByRole('checkbox', { name: 'Results are corrected' }).uncheck();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const secret = await page.locator('[data-shown-once]').textContent();
  const item = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Send a test' }) });
  await expect(item).toContainText('Nothing sent yet');

  await item.getByRole('button', { name: 'Send a test' }).click();
  await expect(item.getByText('Works')).toBeVisible();
  await expect(item.getByText('arrived, answer 200')).toBeVisible();
  const sent = receiver.received.find(({ message }) => message.type === 'ping');
  expect(sent?.headers['webhook-signature']).toBe(sent && signByOpenssl(secret ?? '', sent));
  expect(sent?.message.data.isTest).toBe(true);
  await item.getByText('Message and attempts').click();
  await expect(item.getByText('"type": "ping"')).toBeVisible();
  await expect(item.getByText('<b>ok</b>')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page)).toBe(0);

  await item.getByRole('button', { name: 'Switch off' }).click();
  await page.getByRole('button', { name: 'Yes, switch off' }).click();
  await expect(page.getByText(/^switched off .* by/)).toBeVisible();
  await receiver.close();
});

test('the status page leads to the feed of incidents', async ({ board, page, request }) => {
  await page.goto(`${board.web}/ru/status`);
  const alternate = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  const shown = await page.getByRole('link', { name: 'Лента инцидентов (Atom)' }).getAttribute('href');
  expect(new URL(alternate ?? '', board.web).href).toBe(new URL(shown ?? '', board.web).href);
  const answer = await request.get(new URL(shown ?? '', board.web).href);
  expect(answer.headers()['content-type']).toContain('application/atom+xml');
  expect(await answer.text()).toContain('Технические инциденты');
});
