import type { ViewportSize } from '@playwright/test';
import { expect, overflowOf, test, waitUntilLive } from './fixtures.ts';
import { phone as narrow, openAs, desk as wide } from './staff.ts';

test.describe.configure({ timeout: 180_000 });

/** A moment of the second day at which the package tells of no open incident. */
const quietMs = Date.parse('2020-10-02T15:00:00+06:00');

/** As the page writes a length of time. */
function clock(seconds = -1): string {
  const hours = Math.floor(seconds / 3_600);
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

test('an incident goes from a phone to every open page within a second, is acknowledged by key, and is resolved', async ({
  board,
  browser,
}) => {
  await board.load(quietMs);
  await board.settle();
  await board.run(quietMs, 1);
  const open = async (viewport: ViewportSize) => (await browser.newContext({ viewport })).newPage();
  const [turnout, status] = [await open(wide), await open(narrow)];
  await turnout.goto(`${board.web}/en`);
  await status.goto(`${board.web}/en/status`);
  await Promise.all([turnout, status].map(waitUntilLive));
  await expect(turnout.getByText('All systems working')).toBeVisible();
  const path = '/en/console/incidents';
  const [phone, desk] = [
    await openAs(browser, board, 'duty1', { path, viewport: narrow }),
    await openAs(browser, board, 'duty', { path }),
  ];

  const begunAtMs = Date.now();
  await phone.getByRole('button', { name: 'Report an incident' }).click();
  const form = phone.getByRole('dialog');
  await expect(form.getByRole('radio').first()).toBeFocused();
  await form.getByText('SMS codes').click();
  await form
    .getByLabel('What happens? One sentence')
    .pressSequentially('Codes do not come to one operator', { delay: 50 });
  expect(await overflowOf(phone)).toBe(0);
  const marker = turnout.getByRole('link', { name: /^I-\d+, .*: Codes do not come to one operator\. / });
  const seen = Promise.all([
    ...[turnout, status].map((page) => page.getByText('Codes do not come to one operator').first().waitFor()),
    marker.waitFor(),
  ]).then(() => Date.now());
  const filed = phone.waitForResponse(
    (answer) => answer.url().endsWith('/api/ops/incidents') && answer.status() === 201,
  );
  await form.getByRole('button', { name: 'Report', exact: true }).click();
  const sentAtMs = Date.now();
  await filed;
  const filedAtMs = Date.now();
  expect((await seen) - filedAtMs).toBeLessThan(1_000);
  expect(sentAtMs - begunAtMs).toBeLessThan(30_000);

  await expect(marker).toHaveAccessibleName(/Open since/);
  await expect(marker).toHaveAttribute('href', /^\/en\/status#I-\d{4}$/);
  await turnout.locator('.recharts-surface').first().focus();
  for (let step = 0; step < 10 && !(await marker.evaluate((link) => link === document.activeElement)); step += 1)
    await turnout.keyboard.press('Tab');
  await expect(marker).toBeFocused();

  await expect(desk.getByRole('button', { name: /Codes do not come/ })).toContainText('not acknowledged for');
  await desk.keyboard.press('j');
  await expect(desk.getByRole('button', { name: 'Acknowledge', exact: true })).toBeVisible();
  await desk.keyboard.press('a');
  await expect(desk.getByRole('status').filter({ hasText: 'you acknowledged it at' })).toBeVisible();
  const onPhone = phone.getByRole('region', { name: 'The chosen incident' });
  await expect(onPhone.getByText(/by .*, after \d+:\d\d/)).toBeVisible();

  await desk.getByLabel('What is new').fill('The operator repairs its gateway.');
  await desk.getByLabel('State', { exact: true }).last().selectOption('monitoring');
  await desk.getByRole('button', { name: 'Send' }).click();
  await expect(status.getByText('The operator repairs its gateway.')).toBeAttached();
  const question = desk.getByRole('dialog', { name: /^Resolve I-\d{4}\?$/ });
  const closing = question.getByLabel('What was done?');
  await desk.keyboard.press('r');
  await expect(closing).toBeFocused();
  await expect(question).toContainText('Everybody sees at once');
  await desk.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(marker).toHaveAccessibleName(/Open since/);
  await desk.keyboard.press('r');
  await closing.pressSequentially('The operator has repaired its gateway.');
  await desk.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(turnout.getByText('All systems working')).toBeVisible();
  await expect(marker).not.toHaveAccessibleName(/Open since/);
  await expect(status.getByRole('heading', { name: 'History' })).toBeVisible();
  await status.getByText('Timeline').first().click();
  await expect(status.getByText('The operator has repaired its gateway.')).toBeVisible();

  const [row] = await board.owner.connection<{ own: number; acknowledge: number; resolve: number }[]>`
    with time as (
      select source, floor(extract(epoch from acknowledged_at - opened_at))::int as acknowledge,
        floor(extract(epoch from resolved_at - opened_at))::int as resolve
      from ops.incident
    )
    select max(acknowledge) filter (where source = 'person') as own,
      percentile_disc(0.5) within group (order by acknowledge) as acknowledge,
      percentile_disc(0.5) within group (order by resolve) as resolve
    from time`;
  await expect(onPhone.getByText(`after ${clock(row?.own)}`)).toBeVisible();
  await expect(desk.getByText(`acknowledged: median ${clock(row?.acknowledge)}`)).toBeVisible();
  await expect(desk.getByText(`resolved: median ${clock(row?.resolve)}`)).toBeVisible();
});

test('a session that ends while an officer writes is told where it is seen, and costs not a word', async ({
  board,
  browser,
}) => {
  const phone = await openAs(browser, board, 'duty1', { path: '/en/console/incidents', viewport: narrow });
  await phone.getByRole('button', { name: 'Report an incident' }).click();
  const form = phone.getByRole('dialog');
  await form.getByText('SMS codes').click();
  await form.getByLabel('What happens? One sentence').fill('Written before the end');
  const cookies = await phone.context().cookies();
  await phone.context().clearCookies();
  const send = form.getByRole('button', { name: 'Report', exact: true });
  await send.click();
  await expect(form.getByText('Your session has ended')).toBeInViewport();
  await expect(form.getByLabel('What happens? One sentence')).toHaveValue('Written before the end');
  await phone.context().addCookies(cookies);
  await send.click();
  await expect(phone.getByRole('region', { name: 'The chosen incident' })).toContainText('Written before the end');
});
