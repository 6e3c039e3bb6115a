import type { Page } from '@playwright/test';
import { expect, overflowOf, test } from './fixtures.ts';
import { expectAccessible } from './readable.ts';
import { openAs } from './staff.ts';

test.describe.configure({ timeout: 180_000 });

/** A moment of the second day at which the package tells of no open incident. */
const quietMs = Date.parse('2020-10-02T15:00:00+06:00');

/** Files an incident as the page of that person would. */
async function file(
  page: Page,
  severity: string,
  title: string,
  unitCodes: string[],
  isPublic = true,
): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/ops/incidents`, {
    headers: { origin },
    data: { category: 'app', severity, title: { en: title }, unitCodes, isPublic },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

test('the leadership sees a new incident within a second, is alerted of a critical one, and looks into a region', async ({
  board,
  browser,
}) => {
  await board.load(quietMs);
  await board.settle();
  await board.run(quietMs, 1);
  const [page, duty] = [await openAs(browser, board, 'leadership1'), await openAs(browser, board, 'duty1')];
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whole country');
  const scrolls = () => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  await expect.poll(scrolls).toBeLessThanOrEqual(0);

  // A board that is open asks already; the process that answers it has just started here.
  const hasAsked = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/api/ops/overview')),
    );
  await expect.poll(hasAsked).toBe(true);

  const list = page.getByRole('list', { name: 'Open incidents, the worst first' });
  for (const [title, isPublic] of [
    ['The app closes by itself', true],
    ['The standby is behind', false],
  ] as const) {
    const seen = list
      .getByRole('link', { name: title })
      .waitFor()
      .then(() => Date.now());
    await file(duty, 'major', title, ['KZ-ALM'], isPublic);
    const filedAtMs = Date.now();
    expect((await seen) - filedAtMs).toBeLessThan(1_000);
  }

  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Alerts' })).toHaveAttribute('aria-pressed', 'true');
  // The board's own detectors may have found something of the loading.
  const before = Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
  const critical = await file(duty, 'critical', 'Nobody can vote', ['KZ-ALM']);
  await expect(page.getByText(`New critical incident: ${critical}.`)).toBeAttached();
  const title = `(${before + 1}) Overview · Console`;
  await expect(page).toHaveTitle(title);
  await expect(list.getByRole('link', { name: 'Nobody can vote' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(list.getByRole('link').first()).toBeFocused();

  await page.getByRole('link', { name: 'Almaty Region', exact: true }).click();
  await expect(page).toHaveURL(`${board.web}/en/console?region=KZ-ALM`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Almaty Region');
  await expect(page.getByRole('table', { name: 'Districts' }).getByText('Kapshagay')).toBeVisible();
  await page.getByLabel('Region').selectOption('KZ-AKM');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Akmola Region');
  await expect(page.getByText('Nobody can vote')).toHaveCount(0);
  await expect(page).toHaveTitle(title);
  await page.goBack();
  await expect(list.getByRole('link', { name: 'Nobody can vote' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Almaty Region');

  // More than the card has room for scroll inside of it, and the page does not.
  for (const place of ['roof', 'yard', 'hall', 'stairs', 'cellar', 'attic'])
    await file(duty, 'minor', `No network on the ${place}`, ['KZ-ALM'], false);
  await expect(list.getByRole('link', { name: 'No network on the attic' })).toBeAttached();
  await expect.poll(scrolls).toBeLessThanOrEqual(0);

  await expectAccessible(page, 'the leadership board');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowOf(page)).toBe(0);
  await expect(duty.getByRole('heading', { level: 1 })).toHaveText('Almaty Region');
  await expect(duty.getByLabel('Region', { exact: true })).toHaveCount(0);
});

test('the wall fills the screen, and shows no figure once the session has ended', async ({ board, browser }) => {
  const page = await openAs(browser, board, 'leadership2', { path: '/en/console?wall' });
  const duty = await openAs(browser, board, 'duty1');
  await page.setViewportSize({ width: 1920, height: 1080 });
  const wall = page.locator('[data-wall]');
  await expect(wall.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(wall.getByText('Rehearsal', { exact: true })).toBeVisible();
  expect(await wall.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
  await expectAccessible(page, 'the wall');
  await file(duty, 'minor', 'A link is slow', ['KZ-ALM']);
  // Whatever region it has come to by now, the wall stays there and goes on by key.
  await expect(wall.getByText(/^\d of \d+$/)).toBeVisible();
  await page.keyboard.press(' ');
  const place = wall.getByText(/^Paused, \d of \d+$/);
  const [shown, heading] = [await place.textContent(), await wall.getByRole('heading', { level: 1 }).textContent()];
  await page.keyboard.press('n');
  await expect(wall.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '');
  await expect(place).not.toHaveText(shown ?? '');
  await board.owner.connection.unsafe('delete from auth.session');
  await expect(wall.getByRole('alert')).toContainText('Your session has ended');
  await expect(wall.getByText('Turnout')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
});
