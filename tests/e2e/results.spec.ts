import { AxeBuilder } from '@axe-core/playwright';
import { expect, overflowOf, recordMs, test, waitUntilLive } from './fixtures.ts';

test.describe.configure({ timeout: 300_000 });

const publicationMs = Date.parse('2020-10-06T12:00:00+06:00');
const region = '/results/regions/KZ-AKT';
const contest = '/results/contests/maslikhat-KZ-AKT';
const district = '/results/districts/KZ-AKT-ALGA';
const pages = ['/results', region, contest, district, '/results/search?q=нурлан', '/results/changes'];

test.afterAll(async ({ board }) => {
  test.setTimeout(300_000);
  await board.load(recordMs);
});

async function expectReadable(page: Parameters<typeof overflowOf>[0], address: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect([address, colorScheme, await overflowOf(page), found]).toEqual([address, colorScheme, 0, []]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect([address, await overflowOf(page)]).toEqual([address, 0]);
  }
}

test.describe('before the release', () => {
  test.beforeAll(async ({ board }) => {
    test.setTimeout(300_000);
    await board.load(publicationMs - 60_000);
  });

  for (const language of ['kk', 'ru', 'en']) {
    test(`${language}: every page fits 360 px, and axe finds nothing`, async ({ board, page }) => {
      for (const path of pages) await expectReadable(page, `${board.web}/${language}${path}`);
    });
  }

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

  test('an open page turns over to the results by itself', async ({ board, page }) => {
    await page.goto(`${board.web}/en${contest}`);
    await waitUntilLive(page);
    await board.run(publicationMs - 2_000, 1);
    await expect(page.getByText('Edition 1 · released 6 October, 12:00')).toBeVisible();
    await expect(page.getByText(/^It adds up: /)).toBeVisible();
    await board.run(publicationMs + 60_000, 0);
  });
});

test.describe('after the release', () => {
  test.beforeAll(async ({ board }) => {
    test.setTimeout(300_000);
    await board.load(publicationMs - 60_000);
    await board.run(publicationMs, 1);
    await expect
      .poll(async () => (await (await fetch(`${board.web}/api/v1/results/summary.json`)).json()).edition, {
        timeout: 60_000,
      })
      .toBe(1);
    await board.run(publicationMs + 60_000, 0);
  });

  for (const language of ['kk', 'ru', 'en']) {
    test(`${language}: every page fits 360 px, and axe finds nothing`, async ({ board, page }) => {
      for (const path of pages) await expectReadable(page, `${board.web}/${language}${path}`);
    });
  }

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
});
