import { signByOpenssl, startReceiver } from '../server/notifier/receiver.ts';
import { expect, overflowOf, test } from './fixtures.ts';
import { openAs } from './staff.ts';

test('an administrator adds a receiver, sends it a test, and sees without a reload that it arrived', async ({
  board,
  browser,
}) => {
  const receiver = await startReceiver((response) => response.writeHead(200).end('<b>ok</b>'));
  const page = await openAs(browser, board, 'admin', { path: '/en/console/webhooks' });
  await page.getByLabel('Address').fill(receiver.url);
  await page.getByRole('checkbox', { name: 'Results are corrected' }).uncheck();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const secret = await page.locator('[data-shown-once]').textContent();
  const item = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Send a test' }) });
  await expect(item).toContainText('Nothing sent yet');

  await item.getByRole('button', { name: 'Send a test' }).click();
  await expect(item.getByText('Works')).toBeVisible();
  // News may come meanwhile: the message of the test is looked at alone.
  const message = item.getByRole('listitem').filter({ has: page.getByText('Test', { exact: true }) });
  await expect(message.getByText('arrived, answer 200')).toBeVisible();
  const sent = receiver.received.find(({ message }) => message.type === 'ping');
  expect(sent?.headers['webhook-signature']).toBe(sent && signByOpenssl(secret ?? '', sent));
  expect(sent?.message.data.isTest).toBe(true);
  await message.getByText('Message and attempts').click();
  await expect(message.getByText('"type": "ping"')).toBeVisible();
  await expect(message.getByText('<b>ok</b>')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page)).toBe(0);

  await page.setViewportSize({ width: 1280, height: 900 });
  await item.getByRole('button', { name: 'Change', exact: true }).click();
  const elsewhere = receiver.url.replace('/hook', '/moved');
  await item.getByLabel('Address').fill(elsewhere);
  await item.getByRole('checkbox', { name: 'An incident opens' }).uncheck();
  const colleague = await openAs(browser, board, 'admin', { path: '/en/console/webhooks' });
  await colleague.getByRole('button', { name: 'Change', exact: true }).click();
  await colleague.getByRole('listitem').getByLabel('Address').first().fill(receiver.url.replace('/hook', '/late'));
  await item.getByRole('button', { name: 'Save' }).click();
  await expect(item.getByText(elsewhere, { exact: true })).toBeVisible();
  await expect(item.getByText(/^changed .* by/i)).toBeVisible();
  await expect(colleague.getByText(/Somebody was faster: .* changed it at/)).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Save' })).toBeDisabled();
  await colleague.getByRole('button', { name: 'Begin again from what is there' }).click();
  await expect(colleague.getByRole('listitem').getByLabel('Address').first()).toHaveValue(elsewhere);
  await colleague.close();
  await item.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.types().filter((type) => type === 'ping').length).toBe(2);
  const moved = receiver.received.at(-1);
  expect(moved?.headers['webhook-signature']).toBe(moved && signByOpenssl(secret ?? '', moved));

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
