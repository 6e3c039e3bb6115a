import { expect, recordMs, test, waitUntilLive } from './fixtures.ts';

test.describe.configure({ timeout: 300_000 });

const publicationMs = Date.parse('2020-10-06T12:00:00+06:00');
/** Counted, sealed and approved by then. */
const beforeMs = publicationMs - 60_000;
const runUpMs = 5_000;
/** From the moment of publication to the page that shows it. */
const turnOverMs = 2_000;

test.beforeAll(async ({ board }) => {
  test.setTimeout(300_000);
  await board.load(beforeMs);
});

test.afterAll(async ({ board }) => {
  test.setTimeout(300_000);
  await board.load(recordMs);
});

test('pages that are open turn over at the moment of the release, without a reload', async ({ board, page }) => {
  const turnout = await page.context().newPage();
  const press = await page.context().newPage();
  await page.goto(`${board.web}/en/results`);
  await turnout.goto(`${board.web}/en`);
  await press.goto(`${board.web}/en/press`);
  for (const open of [page, turnout, press]) {
    await expect(open.locator('header')).toContainText('results due 6 Oct 12:00 (moved)');
    await open.evaluate(() => Object.assign(window, { notReloaded: true }));
  }
  await waitUntilLive(page);
  await waitUntilLive(turnout);

  await board.run(publicationMs - runUpMs, 1);
  const releasedAtMs = Date.now() + runUpMs;
  const pill = 'Results published 6 Oct 12:00';
  const seenMs = async (seen: Promise<void>) => seen.then(() => Date.now() - releasedAtMs);
  const waits = await Promise.all([
    seenMs(expect(page.getByText('Edition 1 · released 6 October, 12:00')).toBeVisible({ timeout: 30_000 })),
    seenMs(expect(page.locator('header')).toContainText(pill, { timeout: 30_000 })),
    seenMs(expect(turnout.locator('header')).toContainText(pill, { timeout: 30_000 })),
  ]);
  await expect(press.getByRole('heading', { name: 'Files of edition 1' })).toBeVisible();
  for (const open of [page, turnout, press]) expect(await open.evaluate(() => 'notReloaded' in window)).toBe(true);
  test.info().annotations.push({ type: 'publication to page', description: `${waits.join(', ')} ms` });
  for (const wait of waits) {
    expect(wait).toBeGreaterThan(-100);
    expect(wait).toBeLessThan(turnOverMs);
  }
});

test('a bundle that the site gives is found genuine by its own page, and a changed one is not', async ({
  board,
  page,
}) => {
  await page.goto(`${board.web}/en/press/verify`);
  const bundle = await (await fetch(`${board.web}/api/v1/results/bundle.zip`)).arrayBuffer();
  const choose = (buffer: Buffer) =>
    page.getByLabel('Bundle (.zip)').setInputFiles({ name: 'bundle.zip', mimeType: 'application/zip', buffer });
  await choose(Buffer.from(bundle));
  await expect(page.getByText('The bundle is genuine.')).toBeVisible();
  await choose(Buffer.from(bundle).subarray(0, -100));
  await expect(page.getByText('Do not use this bundle.')).toBeVisible();
  await expect(page.getByText('This is not a whole zip file.')).toBeVisible();
});
