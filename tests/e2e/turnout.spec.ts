import { readFileSync } from 'node:fs';
import { authorize } from '#db/vote/authorize.ts';
import { expect, readHero, recordMs, test, waitUntilLive } from './fixtures.ts';

test.describe.configure({ timeout: 120_000 });

/** Each later than what ran before it: nothing is played twice. */
const eveningMs = Date.parse('2020-10-02T20:00:00+06:00');
const nightMs = Date.parse('2020-10-03T06:00:00+06:00');
const lastMorningMs = Date.parse('2020-10-04T08:00:00+06:00');

test('at 2 October 2020, 17:00 the page says that 446,297 of 835,000 members have voted', async ({ board, page }) => {
  await board.load(recordMs);
  await page.goto(`${board.web}/en`);
  expect(Math.abs((await readHero(page)) - 446_297)).toBeLessThan(4_463);
  await expect(page.getByText('of 835,000 members have voted (53.4%)')).toBeVisible();
  await expect(page.locator('tbody tr').filter({ has: page.locator('a[href*="/regions/"]') })).toHaveCount(17);
});

test('the page is right without JavaScript', async ({ board, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [path, total] of [
    ['/ru', '835'],
    ['/kk/regions/KZ-AKM', ''],
    ['/en/districts/KZ-AKM-KOKSHETAU', '7,536'],
  ]) {
    await page.goto(`${board.web}${path}`);
    expect(await readHero(page)).toBeGreaterThan(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main')).toContainText(total ?? '');
  }
  await context.close();
});

test('the extension is on an open page at the moment it is announced', async ({ board, page }) => {
  const beforeMs = Date.parse('2020-10-02T19:53:30+06:00');
  await board.bring(beforeMs);
  await page.goto(`${board.web}/en`);
  await waitUntilLive(page);
  await expect(page.getByText(/extended/i)).toHaveCount(0);
  await board.run(beforeMs, 20);
  await expect(page.getByText(/extended/i).first()).toBeVisible();
  await expect(page.locator('header')).toContainText('4 Oct');
});

test('figures move on the page while the rehearsal runs, without a reload', async ({ board, page }) => {
  await page.goto(`${board.web}/en`);
  await waitUntilLive(page);
  const before = await readHero(page);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await board.run(eveningMs, 600);
  await expect.poll(() => readHero(page)).toBeGreaterThan(before + 100);
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
});

test('where sockets are cut off the page polls, and the figures still move', async ({ board, page }) => {
  await page.routeWebSocket(/live\/socket/, (socket) => socket.close());
  await page.goto(`${board.web}/en`);
  await expect(page.locator('[data-connection="polling"]').first()).toBeVisible();
  const before = await readHero(page);
  await board.run(nightMs, 600);
  await expect.poll(() => readHero(page), { timeout: 20_000 }).toBeGreaterThan(before);
});

test('a page whose server was killed polls or waits, says so, and is live again by itself', async ({ board, page }) => {
  await page.goto(`${board.web}/en`);
  await waitUntilLive(page);
  const log = readFileSync(`${board.dataDir}/logs/live.log`, 'utf8');
  const pid = Number(/"pid":(\d+)/.exec(log.split('\n').filter(Boolean).at(-1) ?? '')?.[1]);
  process.kill(pid, 'SIGKILL');
  await expect(page.locator('[data-connection="live"]')).toHaveCount(0);
  await waitUntilLive(page);
});

test('the page says that its figures are stale while nobody reads the vote database', async ({ board, page }) => {
  await page.goto(`${board.web}/en`);
  await waitUntilLive(page);
  const log = readFileSync(`${board.dataDir}/logs/aggregator.log`, 'utf8');
  const pid = Number(/"pid":(\d+)/.exec(log.split('\n').filter(Boolean).at(-1) ?? '')?.[1]);
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(page.locator('[data-freshness="stale"]').first()).toBeVisible({ timeout: 25_000 });
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await expect(page.locator('[data-freshness="fresh"]').first()).toBeVisible();
});

test('the last good page is served, marked stale, while the web cannot read the board', async ({ board, page }) => {
  await board.bring(lastMorningMs);
  await page.goto(`${board.web}/en`);
  const before = await readHero(page);
  const { connection } = board.owner;
  await connection`alter role saylau_web nologin`;
  await connection`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'saylau_web'`;
  try {
    await expect
      .poll(async () => {
        const html = await (await fetch(`${board.web}/en`)).text();
        return html.includes('data-freshness="stale"');
      })
      .toBe(true);
    const html = await (await fetch(`${board.web}/en`)).text();
    expect(html).toContain(before.toLocaleString('en'));
  } finally {
    await connection`alter role saylau_web login`;
  }
});

// Last: the rehearsal did not write this vote, and goes on no more.
test('a vote cast in the vote database is on an open page within a second', async ({ board, page }) => {
  const { connection, db } = board.owner;
  const district = 'KZ-AKM-KOKSHETAU';
  const iin = '850101300123';
  await board.bring(lastMorningMs);
  await page.goto(`${board.web}/en/districts/${district}`);
  await waitUntilLive(page);
  const before = await readHero(page);
  await connection`insert into vote.member (iin_digest, district_code) values (vote.digest('iin', ${iin}), ${district})`;
  const admitted = await authorize(db, { iin, phone: '+77011234567', ip: '203.0.113.7', districtCode: district });
  if (admitted.outcome !== 'authorized') throw new Error('the member was refused');
  const castAtMs = Date.now();
  await connection`select vote.cast(${admitted.credential}, '[]'::jsonb)`;
  const shown = page.getByText(new RegExp(`^${(before + 1).toLocaleString('en')}$`)).first();
  await expect(shown).toBeVisible({ timeout: 5_000 });
  const seenMs = Date.now() - castAtMs;
  test.info().annotations.push({ type: 'cast to page', description: `${seenMs} ms` });
  expect(seenMs).toBeLessThan(1_000);
});
