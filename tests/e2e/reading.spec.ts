import { expect, recordMs, test, waitUntilLive } from './fixtures.ts';
import { expectReadable } from './readable.ts';

const pages = ['', '/regions/KZ-KAR', '/districts/KZ-AKM-KOKSHETAU', '/regions/NOWHERE'];

test.beforeAll(async ({ board }) => {
  test.setTimeout(120_000);
  await board.bring(recordMs);
});

test('every page is in its language, fits 360 px, and axe finds nothing, light and dark', async ({ board, page }) => {
  test.slow();
  await expectReadable(page, board.web, pages);
});

test('a reader without a language in the address is led to the browser’s, else to Kazakh', async ({
  board,
  playwright,
}) => {
  for (const [accepted, language] of [
    ['ru-RU,ru;q=0.9,en;q=0.5', 'ru'],
    ['en-GB,en', 'en'],
    ['de-DE,ru;q=0.4', 'kk'],
  ] as const) {
    const request = await playwright.request.newContext({ extraHTTPHeaders: { 'accept-language': accepted } });
    const answer = await request.get(`${board.web}/regions/KZ-AKM`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([307, `/${language}/regions/KZ-AKM`]);
    await request.dispose();
  }
});

test('a page is the same for every visitor, sets no cookie and says how long it may be kept', async ({
  board,
  playwright,
}) => {
  const request = await playwright.request.newContext();
  const answer = await request.get(`${board.web}/en`);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(answer.headers()['cache-control']).toContain('s-maxage=1');
  expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await request.dispose();
});

test('the table sorts by a click and by the keyboard, and finds a region in any of the three languages', async ({
  board,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${board.web}/en`);
  await waitUntilLive(page);
  const voted = page.getByRole('columnheader', { name: /voted/i }).first();
  await voted.getByRole('button').click();
  const sorted = await voted.getAttribute('aria-sort');
  expect(['ascending', 'descending']).toContain(sorted);
  await voted.getByRole('button').press('Enter');
  expect(await voted.getAttribute('aria-sort')).not.toBe(sorted);
  const search = page.getByRole('searchbox');
  for (const name of ['қарағанды', 'караганд', 'karagan']) {
    await search.fill(name);
    await expect(page.locator('tbody tr').filter({ visible: true }).filter({ hasText: 'Karaganda' })).toHaveCount(1);
  }
  await search.fill('nothing like it');
  await expect(page.locator('tbody tr').filter({ visible: true }).filter({ hasText: 'Karaganda' })).toHaveCount(0);
});

test('a tile leads to its region and a district to its page, by keyboard alone', async ({ board, page }) => {
  await page.goto(`${board.web}/en`);
  await waitUntilLive(page);
  await page.locator('a[href$="/regions/KZ-AKM"]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/regions\/KZ-AKM$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Akmola');
  await page.locator('a[href$="/districts/KZ-AKM-KOKSHETAU"]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kokshetau');
});

test('every page says that it is a rehearsal', async ({ board, page }) => {
  for (const path of pages) {
    await page.goto(`${board.web}/en${path}`);
    await expect(page.getByRole('complementary', { name: 'Rehearsal' })).toBeVisible();
    if (path !== '/regions/NOWHERE') expect(await page.title()).toContain('Rehearsal');
  }
});
