import { languages } from '#domain/languageCodes.ts';
import { expect, overflowOf, test, waitUntilLive } from './fixtures.ts';
import { expectReadable } from './readable.ts';

// One course: what stands after the release is what the release made.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const publicationMs = Date.parse('2020-10-06T12:00:00+06:00');
const runUpMs = 5_000;
/** From the moment of publication to the page that shows it. */
const turnOverMs = 2_000;
const region = '/results/regions/KZ-AKT';
const contest = '/results/contests/maslikhat-KZ-AKT';
const district = '/results/districts/KZ-AKT-ALGA';
const pages = ['/results', region, contest, district, '/results/search?q=нурлан', '/results/changes'];

test.describe('before the release', () => {
  test.beforeAll(async ({ board }) => {
    test.setTimeout(300_000);
    await board.bring(publicationMs - 60_000);
  });

  test('every page is in its language, fits 360 px, and axe finds nothing, light and dark', async ({ board, page }) => {
    await expectReadable(page, board.web, pages);
  });

  test('the countdown says when, that it was moved, why and by whom, and ticks', async ({ board, page }) => {
    await board.run(publicationMs - 3_600_000, 1);
    await page.goto(`${board.web}/en/results`);
    await expect(page.getByText('To be published 6 October, 12:00')).toBeVisible();
    await expect(page.getByText('Moved: it was planned for 5 October, 12:00.')).toBeVisible();
    await expect(page.getByText(/Decided by: Central control commission/)).toBeVisible();
    const timer = page.getByRole('timer');
    await expect(timer).toContainText('59');
    const first = await timer.textContent();
    await expect(timer).not.toHaveText(first ?? '');
    await board.run(publicationMs - 60_000, 0);
  });

  test('without scripts the page says the same, and a search answers', async ({ board, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${board.web}/en/results`);
    await expect(page.getByText('To be published 6 October, 12:00')).toBeVisible();
    await expect(page.getByRole('row', { name: /Akmola Region/ })).toBeVisible();
    await page.getByRole('searchbox').fill('нурлан');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByText(/candidacies found for “нурлан”/)).toBeVisible();
    await page.getByRole('link', { name: 'Show more' }).click();
    await expect(page.getByRole('link', { name: 'Back to the first' })).toBeVisible();
    await context.close();
  });

  test('a page of a contest shows its ballot and no figure', async ({ board, page }) => {
    await page.goto(`${board.web}/en${contest}`);
    await expect(page.getByText('In their order on the ballot.')).toBeVisible();
    await expect(page.getByText('To be published 6 October, 12:00, Almaty time')).toBeVisible();
    await expect(page.getByText(/Share of ballots|Elected|It adds up/)).toHaveCount(0);
  });

  test('an address of no contest, region or district says that there is none', async ({ board, page }) => {
    for (const path of ['/results/contests/nonsense', '/results/regions/NOWHERE', '/results/districts/KZ-AKT']) {
      const answer = await page.goto(`${board.web}/en${path}`);
      expect([path, answer?.status()]).toEqual([path, 404]);
    }
  });

  test('pages that are open turn over at the moment of the release, without a reload', async ({ board, page }) => {
    const turnout = await page.context().newPage();
    const press = await page.context().newPage();
    const ofContest = await page.context().newPage();
    const embed = await page.context().newPage();
    await page.goto(`${board.web}/en/results`);
    await turnout.goto(`${board.web}/en`);
    await press.goto(`${board.web}/en/press`);
    await ofContest.goto(`${board.web}/en${contest}`);
    for (const open of [page, turnout, press, ofContest]) {
      await expect(open.locator('header')).toContainText('results due 6 Oct 12:00 (moved)');
      await open.evaluate(() => Object.assign(window, { notReloaded: true }));
    }
    await waitUntilLive(page);
    await waitUntilLive(turnout);
    await waitUntilLive(ofContest);
    await embed.goto(`${board.web}/embed/en/light/contest/maslikhat-KZ-AKT`);
    await waitUntilLive(embed);

    await board.run(publicationMs - runUpMs, 1);
    const releasedAtMs = Date.now() + runUpMs;
    const pill = 'Results published 6 Oct 12:00';
    const seenMs = async (seen: Promise<void>) => seen.then(() => Date.now() - releasedAtMs);
    const waits = await Promise.all([
      seenMs(expect(page.getByText('Edition 1 · released 6 October, 12:00')).toBeVisible({ timeout: 30_000 })),
      seenMs(expect(page.locator('header')).toContainText(pill, { timeout: 30_000 })),
      seenMs(expect(embed.getByText('Edition 1, released 6 October, 12:00')).toBeVisible({ timeout: 30_000 })),
      seenMs(expect(turnout.locator('header')).toContainText(pill, { timeout: 30_000 })),
    ]);
    await expect(press.getByRole('heading', { name: 'Files of edition 1' })).toBeVisible();
    await expect(ofContest.getByText(/^It adds up: /)).toBeVisible();
    for (const open of [page, turnout, press, ofContest])
      expect(await open.evaluate(() => 'notReloaded' in window)).toBe(true);
    test.info().annotations.push({ type: 'publication to page', description: `${waits.join(', ')} ms` });
    for (const wait of waits) {
      expect(wait).toBeGreaterThan(-100);
      expect(wait).toBeLessThan(turnOverMs);
    }
    await board.run(publicationMs + 60_000, 0);
  });
});

test.describe('after the release', () => {
  test('every page is in its language, fits 360 px, and axe finds nothing, light and dark', async ({ board, page }) => {
    await expectReadable(page, board.web, pages);
  });

  test('leads from all results to a region, a contest and a candidacy’s districts, by keyboard alone', async ({
    board,
    page,
  }) => {
    await page.goto(`${board.web}/en/results`);
    await expect(page.getByText(/of 2,826 seats are filled in 216 contests/)).toBeVisible();
    await page.getByRole('link', { name: 'Aktobe Region', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/regions\/KZ-AKT$/);
    await page.getByRole('link', { name: 'Maslikhat of Aktobe Region', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/contests\/maslikhat-KZ-AKT$/);
    const first = page
      .getByRole('list', { name: /^Candidacies of/ })
      .getByRole('group')
      .first();
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(first.getByRole('link', { name: 'Alga District' })).toBeVisible();
    await first.getByRole('link', { name: 'Alga District' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alga District: results');
    await page.getByRole('link', { name: 'Turnout: Alga District' }).click();
    await expect(page).toHaveURL(/\/en\/districts\/KZ-AKT-ALGA$/);
    await page.getByRole('link', { name: 'Alga District: results' }).click();
    await expect(page).toHaveURL(/\/en\/results\/districts\/KZ-AKT-ALGA$/);
  });

  test('the votes of a region’s districts, as a reader adds them up, are those of the contest', async ({
    board,
    page,
  }) => {
    await page.goto(`${board.web}/en${contest}`);
    const first = page
      .getByRole('list', { name: /^Candidacies of/ })
      .getByRole('group')
      .first();
    await first.locator('summary').click();
    const votes = await first.getByRole('cell').filter({ hasNotText: '%' }).allTextContents();
    const total = votes.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
    expect(total).toBeGreaterThan(0);
    await expect(first.locator('summary')).toContainText(new Intl.NumberFormat('en').format(total));
  });

  test('a candidate is found in three scripts, with votes and what became of them', async ({ board, page }) => {
    for (const query of ['Tileuberdin Kuanysh', 'Тлеубердин Куаныш', 'Тілеубердин Қуаныш']) {
      await page.goto(`${board.web}/en/results/search?q=${encodeURIComponent(query)}`);
      const found = page.getByRole('listitem').filter({ hasText: 'Tileuberdin' }).first();
      await expect(found).toContainText(/[\d,]+ votes/);
      await expect(found).toContainText('rank');
    }
    await page.goto(`${board.web}/en/results/search?q=qqqq`);
    await expect(page.getByText('Nobody is called “qqqq” here.')).toBeVisible();
  });

  test('who is not eligible stays, with the decision, its rule and what happens to the votes', async ({
    board,
    page,
  }) => {
    await page.goto(`${board.web}/en/results`);
    const list = page.getByRole('region', { name: 'Not eligible' });
    const entry = list.getByRole('group').first();
    await entry.locator('summary').click();
    await expect(entry.getByText(/^Decision /)).toBeVisible();
    await expect(entry.getByText('Rule', { exact: true })).toBeVisible();
    await expect(entry.getByText(/^The votes are /)).toBeVisible();
  });

  test('the page on paper opens what is folded and keeps the mark of the rehearsal', async ({ board, page }) => {
    await page.goto(`${board.web}/en/results`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(/^Decision /).first()).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Rehearsal' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeHidden();
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
});

test.describe('after a correction', () => {
  test('what was corrected fits a phone of 320 px in every language', async ({ board, page }) => {
    await board.run(Date.parse('2020-10-07T16:00:00+06:00'), 0);
    await page.setViewportSize({ width: 320, height: 740 });
    for (const language of languages) {
      await expect(async () => {
        await page.goto(`${board.web}/${language}/results/changes`);
        await expect(page.getByRole('table').first()).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 240_000 });
      expect([language, await overflowOf(page)]).toEqual([language, 0]);
    }
  });
});
