import { test as base, expect, type Page } from '@playwright/test';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sqlState } from '#db/aggregate/serialization.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

/** 2 October 2020, 17:00 in Almaty: the public record says that 446,297 had voted. */
export const recordMs = Date.parse('2020-10-02T17:00:00+06:00');

export interface Board extends Demo {
  /** Lets the election's clock run from `atMs` at `speed`; 0 stands. */
  run(atMs: number, speed: number): Promise<void>;
  /** Loads the election anew as it stood at `atMs`, clock standing. */
  load(atMs: number): Promise<void>;
}

interface WorkerFixtures {
  board: Board;
}

export const test = base.extend<{ consoleIsClean: undefined }, WorkerFixtures>({
  board: [
    // biome-ignore lint/correctness/noEmptyPattern: the fixture needs no other, and playwright reads the pattern
    async ({}, use) => {
      const demo = await startDemo(['--at', '2020-10-02T17:00', '--speed', '0']);
      const databases = { vote: demo.owner, board: demo.owner };
      await use({
        ...demo,
        run: (atMs, speed) => setClocks(databases, clockAt(atMs, speed)),
        load: async (atMs) => {
          await demo.owner.connection.unsafe(
            'truncate vote."authorization", vote.refusal, vote.ballot, vote.turnout_correction, vote.rehearsal cascade',
          );
          const source = await readPackage('elections/kz-primaries-2020');
          await prepareUnderPlayer(() => prepareRehearsal(databases, { source, seed: 2020 }, atMs));
          while ((await foldTurnout(demo.owner.db)).outcome !== 'unchanged');
        },
      });
      await demo.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  /** An error on the page's console fails its test, but for what a test cuts on purpose. */
  consoleIsClean: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (
          message.type() === 'error' &&
          !/WebSocket|ERR_CONNECTION|Failed to (load resource|fetch)/.test(message.text())
        )
          errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** The demo loads before its player starts; here it plays on, and PostgreSQL may end one of the two in a deadlock. */
async function prepareUnderPlayer(prepare: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await prepare();
      return;
    } catch (error) {
      if (sqlState(error) !== '40P01' || attempt === 5) throw error;
    }
  }
}

export { expect };

/** The figure of the hero as a number. */
export async function readHero(page: Page): Promise<number> {
  const text = await page
    .getByRole('region')
    .filter({ has: page.getByRole('heading', { level: 1 }) })
    .first()
    .getByText(/^[\d\s,.\u00a0\u202f]+$/)
    .first()
    .textContent();
  return Number((text ?? '').replace(/\D/g, ''));
}

export async function waitUntilLive(page: Page): Promise<void> {
  await expect(page.locator('[data-connection="live"]').first()).toBeVisible();
}

/** Whether anything makes the page scroll sideways. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
