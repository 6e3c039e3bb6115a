import { test as base, expect, type Page } from '@playwright/test';
import { type Board, startBoard } from './board.ts';

export { type Board, recordMs } from './board.ts';

interface WorkerFixtures {
  board: Board;
}

export const test = base.extend<{ consoleIsClean: undefined }, WorkerFixtures>({
  board: [
    // biome-ignore lint/correctness/noEmptyPattern: the fixture needs no other, and playwright reads the pattern
    async ({}, use) => {
      const board = await startBoard();
      await use(board);
      await board.stop();
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
