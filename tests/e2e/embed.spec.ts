import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator } from '@playwright/test';
import { expect, overflowOf, recordMs, test, waitUntilLive } from './fixtures.ts';
import { expectAccessible } from './readable.ts';

const contest = 'maslikhat-KZ-AKT';
const narrowest = { width: 240, height: 500 };

/** A page of a newsroom: of another origin, and with the HTML that it was given. */
let newsroom: Server;
let newsroomUrl: string;
let newsroomHtml = '';

test.beforeAll(async ({ board }) => {
  test.setTimeout(120_000);
  newsroom = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(newsroomHtml));
  await new Promise<void>((resolve) => newsroom.listen(0, '127.0.0.1', resolve));
  newsroomUrl = `http://127.0.0.1:${(newsroom.address() as AddressInfo).port}/`;
  await board.bring(recordMs);
  await board.settle();
});

test.afterAll(() => newsroom.close());

const frameOf = (src: string, attributes = '') =>
  `<iframe src="${src}" title="embed" width="360" height="420" ${attributes}></iframe>`;

const figureIn = async (frame: FrameLocator) => {
  const text = await frame
    .getByText(/^[\d,]{6,}$/)
    .first()
    .textContent();
  return Number(text?.replace(/\D/g, ''));
};

test('on a page of another origin the figure moves: by socket, and in a sandbox by asking', async ({ board, page }) => {
  const src = `${board.web}/embed/en/auto/turnout/KZ`;
  newsroomHtml = frameOf(src) + frameOf(src, 'sandbox="allow-scripts"');
  await page.goto(newsroomUrl);
  const open = page.frameLocator('iframe >> nth=0');
  const sandboxed = page.frameLocator('iframe >> nth=1');
  await expect(open.locator('[data-connection="live"]')).toBeVisible();
  await expect(sandboxed.locator('[data-connection="polling"]')).toBeVisible();
  const before = [await figureIn(open), await figureIn(sandboxed)];
  expect(before).toEqual([446_297, 446_297]);
  await board.run(recordMs, 600);
  await expect.poll(() => figureIn(open)).toBeGreaterThan(446_297);
  await expect.poll(() => figureIn(sandboxed)).toBeGreaterThan(446_297);
  await board.run(recordMs + 3_600_000, 0);
});

test('without scripts the frame shows the figures of the moment it was loaded, and loads anew', async ({
  board,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  newsroomHtml = ['turnout', 'map'].map((kind) => frameOf(`${board.web}/embed/en/light/${kind}/KZ`)).join('');
  await page.goto(newsroomUrl);
  const number = page.frameLocator('iframe >> nth=0');
  expect(await figureIn(number)).toBeGreaterThan(400_000);
  await expect(number.getByText(/^of 835,000 members have voted \(\d\d\.\d%\)$/)).toBeVisible();
  await expect(number.getByText(/^As of /)).toBeVisible();
  await expect(number.locator('meta[http-equiv="refresh"]')).toHaveCount(1);
  await expect(page.frameLocator('iframe >> nth=1').getByRole('link', { name: /Akmola/ })).toContainText(/\d\d%/);
  await context.close();
});

test('no other page may be shown in a frame', async ({ board, browser }) => {
  const page = await browser.newPage();
  for (const path of ['/en', '/en/results', '/en/sign-in', '/en/console', '/embed/en', '/embed/en/pink/turnout/KZ']) {
    newsroomHtml = frameOf(board.web + path);
    await page.goto(newsroomUrl);
    expect([path, page.frames()[1]?.url()]).toEqual([path, 'chrome-error://chromewebdata/']);
  }
  const answers = [
    '/embed/en/auto/turnout/NOWHERE',
    '/embed/en/auto/map/KZ-AKM-KOKSHETAU',
    '/embed/en/pink/turnout/KZ',
  ];
  for (const path of answers) expect([path, (await page.request.get(board.web + path)).status()]).toEqual([path, 404]);
  await page.close();
});

test('every embed is in its language and colours, fits 240 px, and axe finds nothing', async ({ board, page }) => {
  await page.setViewportSize(narrowest);
  for (const [path, background] of [
    ['/embed/kk/auto/turnout/KZ-AKM-KOKSHETAU', null],
    ['/embed/ru/auto/map/KZ', null],
    ['/embed/en/dark/map/KZ-AKM', 'rgb(11, 18, 32)'],
    [`/embed/kk/light/contest/${contest}`, 'rgb(250, 250, 247)'],
  ] as const) {
    await page.goto(board.web + path);
    expect(await page.locator('html').getAttribute('lang')).toBe(path.split('/')[2]);
    await expect(page.getByRole('complementary')).toBeVisible();
    expect([path, await overflowOf(page)]).toEqual([path, 0]);
    await expectAccessible(page, path);
    if (background) await expect(page.locator('html')).toHaveCSS('background-color', background);
  }
});

test('an embed keeps nothing in the browser; a tile of its map and the source open in a new tab', async ({
  board,
  page,
}) => {
  await page.goto(`${board.web}/embed/en/light/map/KZ`);
  await waitUntilLive(page);
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  expect([kept, await page.context().cookies()]).toEqual([0, []]);
  for (const [link, address] of [
    [page.getByRole('link', { name: /Akmola/ }), /\/en\/regions\/KZ-AKM$/],
    [page.getByRole('link', { name: /^Saylau/ }), /\/en$/],
  ] as const) {
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await expect(opened).toHaveURL(address);
    await opened.close();
  }
});

test('before the results a contest shows its ballot and when they come, and no figure', async ({ board, page }) => {
  await page.goto(`${board.web}/embed/en/light/contest/${contest}`);
  await expect(page.getByText('The results come 5 October, 12:00, Almaty time.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Candidacies' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(/Elected|%/)).toHaveCount(0);
});

test('the press chooses an embed, sees it, and takes its HTML', async ({ board, page }) => {
  await page.goto(`${board.web}/en/press`);
  const section = page.getByRole('region', { name: 'Embed', exact: true });
  const html = section.getByRole('textbox', { name: 'HTML for your page' });
  const preview = section.locator('iframe');
  await section.getByRole('radio', { name: 'Map' }).check();
  await section.getByRole('combobox', { name: 'Country, region or district' }).selectOption('KZ-AKM');
  await section.getByRole('radio', { name: 'Русский' }).check();
  await section.getByRole('radio', { name: 'dark' }).check();
  await expect(html).toHaveValue(/<iframe src="http:\S+\/embed\/ru\/dark\/map\/KZ-AKM"\s+title="[^"]*Акмолинская/);
  await expect(preview.contentFrame().getByRole('heading', { level: 1 })).toContainText('Акмолинская');
  await section.getByRole('radio', { name: 'Contest' }).check();
  await section.getByRole('searchbox').fill('KZ-AKT-ALGA');
  await section.getByRole('listbox').selectOption({ index: 0 });
  await expect(html).toHaveValue(/\/embed\/ru\/dark\/contest\/maslikhat-KZ-AKT-ALGA"/);
  await page.context().grantPermissions(['clipboard-write', 'clipboard-read']);
  await section.getByRole('button', { name: 'Copy' }).click();
  await expect(section.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await html.inputValue());
  await section.getByRole('link', { name: 'All embed addresses, without scripts' }).click();
  await expect(page.getByRole('link', { name: '/embed/en/auto/turnout/KZ', exact: true })).toBeVisible();
});
