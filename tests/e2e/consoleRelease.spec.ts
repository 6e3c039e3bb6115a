import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { locateDatabase } from '#db/locateDatabase.ts';
import { type Role, roleUrl } from '#db/roles.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { sealSmallEdition } from '../support/releaseEdition.ts';
import { writeSmallPackage } from '../support/smallPackage.ts';
import { makeOpenFolder } from '../support/startCluster.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';
import { overflowOf, waitUntilLive } from './fixtures.ts';
import { expectAccessible } from './readable.ts';
import { openAs, phone } from './staff.ts';

test.describe.configure({ timeout: 180_000 });

const publicationMs = Date.parse('2020-10-05T12:00:00+06:00');
const runUpMs = 4_000;
const path = '/en/console/results';

let demo: Demo;
let folder: string;
const clients: DatabaseClient[] = [];
const connectAs = (role: Role) => {
  const client = createDatabase(roleUrl(locateDatabase(demo.dataDir), role), { applicationName: 'saylau-test' });
  clients.push(client);
  return client;
};
const run = (atMs: number, speed: number) => setClocks({ vote: demo.owner, board: demo.owner }, clockAt(atMs, speed));

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = makeOpenFolder('saylau-small-');
  writeSmallPackage(folder);
  demo = await startDemo(['--package', folder, '--at', '2020-10-05T11:00', '--speed', '0']);
});
test.afterAll(async () => {
  test.setTimeout(60_000);
  await Promise.all(clients.map((client) => client.close()));
  await demo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function approve(page: Page, hash: string): Promise<void> {
  await page.getByLabel('Hash that you were told').fill(hash);
  await page.getByRole('button', { name: 'Approve the edition' }).click();
  await expect(page.getByRole('dialog')).toContainText('it becomes public by itself 5 October, 12:00');
  await page.getByRole('button', { name: 'Yes, approve' }).click();
}

test('two approvers approve in the console, and the public page turns over at the moment', async ({ browser }) => {
  const [leader, one, other] = [
    await openAs(browser, demo, 'leadership1', { path }),
    await openAs(browser, demo, 'approver1', { path }),
    await openAs(browser, demo, 'approver2', { path, viewport: phone }),
  ];
  await expect(leader.getByText('The next step is the count.')).toBeVisible();
  const draft = await sealSmallEdition({ client: demo.owner, connectAs });
  await expect(leader.getByText('Two approvals are missing')).toBeVisible();
  await expect(leader.locator('code')).toContainText(draft.manifestHash.slice(0, 4));
  await expect(one.getByLabel('Hash that you were told')).toBeVisible();
  expect(await one.content()).not.toContain(draft.manifestHash.slice(0, 4));

  await approve(one, '0123 4567 89ab');
  await expect(one.getByRole('alert').filter({ hasText: 'has another hash' })).toBeVisible();
  await approve(one, draft.manifestHash.slice(0, 12).replace(/(.{4})/g, '$1 '));
  await expect(one.getByText('You have approved this edition.')).toBeVisible();
  await expect(other.getByText('One approval is missing')).toBeVisible();
  expect(await overflowOf(other)).toBe(0);
  await expectAccessible(other, 'the release, to an approver on a phone');
  await approve(other, draft.manifestHash);
  await expect(leader.getByText('The edition is released by itself')).toBeVisible();

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${demo.web}/en/results`);
  await waitUntilLive(reader);
  await reader.evaluate(() => Object.assign(window, { notReloaded: true }));
  await run(publicationMs - runUpMs, 1);
  const dueAtMs = Date.now() + runUpMs;
  await expect(reader.getByText('Edition 1 · released 5 October, 12:00')).toBeVisible();
  const waitedMs = Date.now() - dueAtMs;
  test.info().annotations.push({ type: 'publication to page', description: `${waitedMs} ms` });
  expect(waitedMs).toBeGreaterThan(-100);
  expect(waitedMs).toBeLessThan(2_000);
  // Who approved it comes with the release, not with the next load of the page.
  await expect(reader.getByText('Approved by Марат Қасымов, Ольга Ким.')).toBeVisible();
  expect(await reader.evaluate(() => 'notReloaded' in window)).toBe(true);
  await expect(leader.getByText('Nothing: edition 1 is public.')).toBeVisible();
  await expect(leader.getByRole('link', { name: 'Signed bundle (ZIP)' })).toBeVisible();
});
