import { expect, recordMs, test } from './fixtures.ts';
import { expectAccessible } from './readable.ts';
import { openAs } from './staff.ts';

test.describe.configure({ timeout: 120_000 });

test('a case is filed for a candidacy found by name, comes into open lists, and nobody loses what they wrote of it', async ({
  board,
  browser,
}) => {
  await board.bring(recordMs);
  const clerk = await openAs(browser, board, 'commission', { path: '/en/console/violations' });
  const officer = await openAs(browser, board, 'duty1', { path: '/en/console/violations/new' });
  const rows = clerk.getByRole('list', { name: 'Cases' }).getByRole('link');
  await clerk.keyboard.press('j');
  await clerk.keyboard.press('j');
  const chosen = (await rows.nth(1).getAttribute('data-row')) ?? '';
  await expect(rows.nth(1)).toBeFocused();

  await officer.getByLabel('What it is about').selectOption('campaigning');
  await officer.getByLabel('District').selectOption('KZ-ALM-KAPSHAGAY');
  await officer.getByLabel('What was reported').fill('Leaflets <b>beside</b> the door 🧂');
  const candidacy = officer.getByRole('combobox', { name: 'Candidacy' });
  const list = officer.getByRole('listbox').filter({ visible: true });
  const options = list.getByRole('option');
  await candidacy.fill('nobody of this name');
  await expect(officer.getByText('0 candidacies fit')).toBeVisible();
  await officer.getByRole('button', { name: 'File the report' }).click();
  expect(await candidacy.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain('Choose one');
  await candidacy.fill('');
  await expect(options.first()).toBeVisible();
  await expectAccessible(officer, 'the form with its list open');
  const name = (await options.first().locator('span').first().textContent()) ?? '';
  await candidacy.fill(name.slice(0, 4).toUpperCase());
  await expect(options.first()).toBeVisible();
  await candidacy.press('ArrowDown');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
  await candidacy.press('Enter');
  await expect(candidacy).toHaveAttribute('aria-expanded', 'false');
  await officer.getByRole('button', { name: 'File the report' }).click();
  const filed = officer.getByRole('link', { name: /Filed as/ });
  await expect(filed).toBeVisible();
  const id = /V-\d+/.exec((await filed.textContent()) ?? '')?.[0] ?? '';

  await expect(rows.first()).toHaveAttribute('data-row', id, { timeout: 5_000 });
  await expect(rows.first()).toContainText('Leaflets <b>beside</b> the door 🧂');
  await expect(clerk.locator(`[data-row="${chosen}"]`)).toBeFocused();
  await expectAccessible(clerk, 'the list');
  await clerk.keyboard.press('k');
  await clerk.keyboard.press('k');
  await clerk.keyboard.press('Enter');
  await clerk.waitForURL((url) => url.pathname === `/en/console/violations/${id}`);

  const other = await openAs(browser, board, 'commission1', { path: `/en/console/violations/${id}` });
  await clerk.getByRole('button', { name: 'Mark as a duplicate' }).click();
  await clerk.getByLabel('Note for the history').fill('Seen by two people');
  await other.getByRole('button', { name: 'Register' }).click();
  await other.getByRole('button', { name: 'Register' }).last().click();
  await expect(other.getByText('Registered').first()).toBeVisible();
  const news = clerk.getByRole('status').filter({ hasText: 'changed this case' });
  await expect(news).toContainText('It is now: Registered.', { timeout: 5_000 });
  await expect(other.getByRole('status').filter({ hasText: 'changed this case' })).toHaveCount(0);
  await expectAccessible(clerk, 'the case that somebody changed');
  await clerk.getByRole('button', { name: 'Show it as it is now' }).click();
  await expect(news).toHaveCount(0);
  await expect(clerk.getByLabel('Note for the history')).toHaveValue('Seen by two people');
  await clerk.getByLabel('Number of the other case').fill('V-0001');
  await clerk.getByRole('button', { name: 'Mark as a duplicate' }).last().click();
  await expect(clerk.getByText('Duplicate of', { exact: true })).toBeVisible();
  for (const page of [clerk, officer, other]) await page.context().close();
});
