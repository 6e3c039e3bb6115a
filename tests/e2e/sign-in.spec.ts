import { readDemoSignIn } from '../support/demoSignIns.ts';
import { expect, test } from './fixtures.ts';
import { expectReadable } from './readable.ts';
import { freshCode, openAs, signIn, typeCode } from './staff.ts';

const newPassword = 'quiet lantern over water';

test('an administrator adds a duty officer, who sets a password and a second factor and sees the own region’s console', async ({
  board,
  browser,
  page,
}) => {
  test.slow();
  const admin = await openAs(browser, board, 'admin');
  await admin.getByRole('link', { name: 'People' }).first().click();
  await admin.getByLabel('Name').fill('<b>Асель</b> Омарова');
  await admin.getByLabel('E-mail').fill('Asel@board.example');
  await admin.getByLabel('Role').selectOption('duty');
  await admin.getByLabel('Region').selectOption('KZ-KAR');
  await admin.getByRole('button', { name: 'Add' }).click();
  const link = (await admin.locator('[data-shown-once]').textContent()) ?? '';
  expect(link).toMatch(/\/en\/sign-in\/password#[\w-]{43}$/);

  await page.goto(link);
  await page.getByLabel('New password').fill(newPassword);
  await page.getByLabel('The same once more').fill('something else entirely');
  await page.getByRole('button', { name: 'Set your password' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'not the same' })).toBeVisible();
  await page.getByLabel('The same once more').fill(newPassword);
  await page.getByRole('button', { name: 'Set your password' }).click();
  await expect(page.getByText('The password is set.')).toBeVisible();

  await signIn(page, board.web, { email: 'asel@board.example', password: newPassword });
  const header = page.getByRole('banner');
  await expect(header).toContainText('<b>Асель</b> Омарова · Duty officer · Karaganda');
  await expect(header.getByRole('link', { name: 'Incidents' })).toBeVisible();
  for (const hidden of ['People', 'Audit']) await expect(header.getByRole('link', { name: hidden })).toHaveCount(0);
  const forbidden = await page.goto(`${board.web}/en/console/people`);
  expect(forbidden?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This part is not for your role');

  await page.goto(`${board.web}/en/console/account`);
  await page.getByRole('region', { name: 'Second factor' }).getByLabel('Current password').fill(newPassword);
  await page.getByRole('button', { name: 'Set up the second factor' }).click();
  const key = (await page.locator('[data-totp-key]').getAttribute('data-totp-key')) ?? '';
  const uri = `otpauth://totp/x?secret=${key}`;
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  const firstCode = await freshCode(uri);
  await page.getByRole('textbox', { name: 'Code' }).fill(firstCode);
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await expect(page.getByText('On. Each sign-in asks for a code')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/en\/sign-in$/);
  await signIn(page, board.web, { email: 'asel@board.example', password: newPassword });
  await typeCode(page, firstCode);
  await expect(page.getByRole('alert').filter({ hasText: 'used already' })).toBeVisible();
  await typeCode(page, await freshCode(uri));
  await expect(header).toContainText('Karaganda');

  await admin.goto(`${board.web}/en/console/people`);
  await admin.getByRole('link', { name: 'Асель' }).click();
  await admin.getByRole('button', { name: 'Disable' }).click();
  await expect(admin.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await admin.getByRole('button', { name: 'Yes, disable' }).click();
  await expect(admin.getByText('disabled', { exact: true })).toBeVisible();
  await page.goto(`${board.web}/en/console/account`);
  await expect(page).toHaveURL(/\/en\/sign-in\?next=%2Fen%2Fconsole%2Faccount$/);

  await admin.goto(`${board.web}/en/console/audit`);
  const entries = admin.getByRole('list', { name: 'Entries' }).getByRole('listitem');
  await expect(entries.first()).toContainText('Disabled access');
  await expect(entries.first()).toContainText('Sessions ended');
  await admin.getByLabel('What was done').selectOption('people.create');
  await admin.getByRole('button', { name: 'Show' }).click();
  await expect(entries.first()).toContainText('asel@board.example');
  await admin.context().close();
});

test('a session that ended while a form was being filled in keeps what was written', async ({ board, browser }) => {
  const admin = await openAs(browser, board, 'admin');
  await admin.goto(`${board.web}/en/console/people`);
  await admin.getByLabel('Name').fill('Somebody New');
  await admin.getByLabel('E-mail').fill('somebody@board.example');
  await admin.getByLabel('Role').selectOption('leadership');
  await board.owner.connection.unsafe(`delete from auth.session`);
  await admin.getByRole('button', { name: 'Add' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: 'Your session has ended' })).toBeVisible();
  expect(await admin.getByLabel('Name').inputValue()).toBe('Somebody New');
  await admin.context().close();
});

test('the sign-in leads on to pages of the console only', async ({ board, page }) => {
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/en/console/../../evil',
    'javascript:alert(1)',
  ]) {
    await page.context().clearCookies();
    await page.goto(`${board.web}/en/sign-in?${new URLSearchParams({ next })}`);
    const { email, password } = readDemoSignIn(board.dataDir, 'leadership1');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${board.web}/en/console`);
  }
});

test('public pages set no cookie and carry nothing of the console, also to somebody who is signed in', async ({
  board,
  page,
}) => {
  const { email, password } = readDemoSignIn(board.dataDir, 'leadership1');
  await signIn(page, board.web, { email, password });
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  const answer = await page.request.get(`${board.web}/en`);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect(answer.headers()['cache-control']).toContain('s-maxage=1');
  const html = await answer.text();
  for (const word of ['Sign out', 'recovery codes', 'better-auth', 'Сауле']) expect(html).not.toContain(word);
  const own = await page.request.get(`${board.web}/en/console/account`);
  expect(own.headers()['cache-control']).toContain('no-store');
  expect(await own.text()).toContain('leadership1@demo.example');
});

test('every page of the console is in its language, fits 360 px and axe finds nothing, light and dark', async ({
  board,
  browser,
}) => {
  test.slow();
  const page = await openAs(browser, board, 'admin');
  await expectReadable(page, board.web, [
    '/console',
    '/console/account',
    '/console/people',
    '/console/audit',
    '/console/keys',
    '/sign-in/password#x',
  ]);
  await page.context().close();
});
