import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '#db/embedded.ts';
import { hasGeorgia, writeGeorgiaPackage } from '../support/georgiaPackage.ts';
import { makeOpenFolder } from '../support/startCluster.ts';
import { postgresPid, runDemo, startDemo } from '../support/startDemo.ts';
import { expect, readHero, test, waitUntilLive } from './fixtures.ts';

test.describe.configure({ timeout: 240_000 });

const isAlive = (pid: number) => existsSync(`/proc/${pid}`);

/** Processes whose environment or command names the folder. */
function listProcesses(dataDir: string): string[] {
  const table = execFileSync('ps', ['-eo', 'pid,args']).toString().split('\n');
  return table.filter((line) => line.includes(dataDir) && !line.includes('ps -eo'));
}

test('Ctrl-C leaves nothing running', async () => {
  const demo = await startDemo(['--at', '2020-10-01T03:00', '--speed', '60']);
  const postgres = postgresPid(demo.dataDir);
  expect(isAlive(postgres)).toBe(true);
  const { code, output } = await demo.stop();
  expect(code).toBe(0);
  expect(output).toContain('nothing is left running');
  expect(isAlive(postgres)).toBe(false);
  await expect(fetch(`${demo.web}/en`)).rejects.toThrow();
  await expect(fetch(`${demo.live}/healthz`)).rejects.toThrow();
});

test('a demo killed half-way starts again on the same folder, and its processes ended with it', async () => {
  const dataDir = makeOpenFolder('saylau-killed-');
  const ports = [
    '--web-port',
    `${await findFreePort()}`,
    '--live-port',
    `${await findFreePort()}`,
    '--data-dir',
    dataDir,
  ];
  const first = runDemo(['--at', '2020-10-01T03:00', ...ports]);
  await first.says(/✓ PostgreSQL/);
  first.child.kill('SIGKILL');
  await first.ended;
  const orphan = postgresPid(dataDir);
  const second = runDemo(['--at', '2020-10-01T03:00', ...ports]);
  await second.says(/Ctrl-C stops everything/);
  expect(isAlive(orphan)).toBe(false);
  second.child.kill('SIGKILL');
  await second.ended;
  const third = runDemo(['--at', '2020-10-01T03:00', ...ports]);
  await third.says(/Ctrl-C stops everything/);
  third.child.kill('SIGINT');
  expect(await third.ended).toBe(0);
  expect(listProcesses(dataDir)).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});

test('the presidential election of Georgia 2013 is live in a browser', async ({ page }) => {
  test.skip(!hasGeorgia, 'the source of the election of Georgia 2013 is not at hand');
  const folder = mkdtempSync(join(tmpdir(), 'saylau-georgia-'));
  writeGeorgiaPackage(folder);
  const demo = await startDemo(['--package', folder, '--at', '2013-10-27T19:50', '--speed', '120']);
  try {
    await page.goto(`${demo.web}/en`);
    await waitUntilLive(page);
    expect(await readHero(page)).toBeGreaterThan(1_377_608);
    await expect.poll(() => readHero(page), { timeout: 30_000 }).toBe(1_660_976);
    await expect(page.getByText(/3,537,719 voters on the roll and 89,965 on special lists/).first()).toBeVisible();
    await expect(page.locator('header')).toContainText(/voting has ended/i);
    const ledger = execFileSync('npm', ['run', '--silent', 'check:ledger'], {
      env: { ...process.env, SAYLAU_DATA_DIR: demo.dataDir },
    }).toString();
    expect(ledger.trim().split('\n').at(-1)).toBe('0 differences');
    expect(readFileSync(join(demo.dataDir, 'logs', 'aggregator.log'), 'utf8')).not.toContain('"level":50');
  } finally {
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
