import { expect, overflowOf, test, waitUntilLive } from './fixtures.ts';
import { openAs, phone } from './staff.ts';

test.describe.configure({ timeout: 180_000 });

/** The second day, before the package announces its own extension. */
const beforeExtensionMs = Date.parse('2020-10-02T15:00:00+06:00');
const path = '/en/console/schedule';

test('one of the leadership extends voting, an approver confirms, and every open page says so within a second', async ({
  board,
  browser,
  page: turnout,
}) => {
  await board.load(beforeExtensionMs);
  await board.settle();
  await board.run(beforeExtensionMs, 1);
  await turnout.goto(`${board.web}/en`);
  await waitUntilLive(turnout);
  await expect(turnout.locator('header').getByText('Open · closes 3 Oct 14:00')).toBeVisible();
  const leader = await openAs(browser, board, 'leadership1', { path });
  const approver = await openAs(browser, board, 'approver1', { path, viewport: phone });

  await leader.getByRole('button', { name: 'Extend voting' }).click();
  for (let day = 1; day <= 2; day += 1) await leader.getByRole('button', { name: '+1 day' }).click();
  await expect(leader.getByText('Move the publication first')).toBeVisible();
  await expect(leader.getByRole('button', { name: 'Check what the public will read' })).toBeDisabled();
  await leader.getByLabel('Voting closes').fill('2020-10-03T14:00');
  await leader.getByRole('button', { name: '+2 h' }).click();
  for (const [language, reason] of [
    ['kk', 'Сайт ашылмай қалды'],
    ['ru', 'Сайт не открывался'],
    ['en', 'The site did not open'],
  ])
    await leader.locator(`[name=reason_${language}]`).fill(reason ?? '');
  await leader.getByRole('button', { name: 'Check what the public will read' }).click();
  await expect(leader.getByText('Онлайн: голосование продлено до 3 октября, 16:00.')).toBeVisible();
  await leader.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(leader.getByText('Somebody else of the leadership or an approver has to confirm it')).toBeVisible();
  await expect(leader.getByRole('button', { name: 'Confirm and announce' })).toHaveCount(0);

  await expect(approver.getByText('It is for you to decide')).toBeVisible();
  await expect(approver.getByText('Онлайн: дауыс беру ұзартылды, жаңа аяқталу уақыты — 3 қазан, 16:00.')).toBeVisible();
  expect(await overflowOf(approver)).toBe(0);
  await expect(turnout.getByText('The site did not open')).toHaveCount(0);
  await approver.getByRole('button', { name: 'Confirm and announce' }).click();
  const seen = Promise.all([
    turnout.locator('header').getByText('Open · closes 3 Oct 16:00 (extended)').waitFor(),
    turnout.getByText('The site did not open').waitFor(),
    turnout.getByRole('figure').locator('p', { hasText: 'Extended to' }).filter({ hasText: '16:00' }).first().waitFor(),
  ]).then(() => Date.now());
  const answered = approver.waitForResponse((answer) => answer.url().endsWith('/1/confirm') && answer.ok());
  await approver.getByRole('dialog').getByRole('button', { name: 'Announce now' }).click();
  await answered;
  const answeredAtMs = Date.now();
  const tookMs = (await seen) - answeredAtMs;
  test.info().annotations.push({ type: 'ms from the answer to every page', description: `${tookMs}` });
  expect(tookMs).toBeLessThan(1_000);
  await expect(approver.getByText('Proposal 1 is announced')).toBeVisible();
  await expect(leader.getByText('confirmed by')).toBeVisible();
  await expect(leader.getByText('Waiting for a second person')).toHaveCount(0);

  await leader.goto(`${board.web}/en/console/audit`);
  const entry = leader.getByRole('listitem').filter({ hasText: 'Confirmed and announced a change' });
  await expect(entry).toContainText('proposal 1');
  await expect(entry).toContainText('3 October, 16:00');
});

test('before voting opens its opening is moved in the same form, and what follows is shown first', async ({
  board,
  browser,
}) => {
  const beforeOpeningMs = Date.parse('2020-09-30T12:00:00+06:00');
  await board.load(beforeOpeningMs);
  await board.settle();
  await board.run(beforeOpeningMs, 1);
  const leader = await openAs(browser, board, 'leadership1', { path });
  await leader.getByRole('button', { name: 'Move voting times' }).click();
  await leader.getByLabel('Voting opens').fill('2020-09-30T11:00');
  await expect(leader.getByText('Voting has opened, or would have')).toBeVisible();
  await leader.getByLabel('Voting opens').fill('2020-10-01T06:00');
  await expect(leader.getByText('6 h later')).toBeVisible();
  await expect(leader.getByText('Voting begins later than announced')).toBeVisible();
  await expect(leader.getByText('Voting by this channel opens 17 h')).toBeVisible();
  for (const language of ['kk', 'ru', 'en']) await leader.locator(`[name=reason_${language}]`).fill('A power cut');
  await leader.getByRole('button', { name: 'Check what the public will read' }).click();
  await expect(leader.getByText('Voting has not begun · opens 1 Oct 06:00')).toBeVisible();
  await leader.getByRole('button', { name: 'Propose', exact: true }).click();
  const approver = await openAs(browser, board, 'approver1', { path, viewport: phone });
  await approver.getByRole('button', { name: 'Confirm and announce' }).click();
  await expect(approver.getByRole('dialog')).toContainText('New times: 1 October, 06:00');
  await approver.getByRole('dialog').getByRole('button', { name: 'Announce now' }).click();
  await expect(approver.getByText('Proposal 1 is announced')).toBeVisible();
  expect(await overflowOf(approver)).toBe(0);
});
