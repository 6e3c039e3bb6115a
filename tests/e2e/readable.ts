import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { languages } from '#domain/languageCodes.ts';
import { expect, overflowOf } from './fixtures.ts';

/**
 * Every page in every language: in that language, with a heading, nothing scrolls sideways on a phone or a desk. Axe, which takes most of
 * the time, reads each page light and dark in one language; all three come round.
 */
export async function expectReadable(page: Page, web: string, paths: readonly string[]): Promise<void> {
  for (const [index, path] of paths.entries()) {
    for (const [turn, language] of languages.entries()) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${web}/${language}${path}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect([path, language, 360, await overflowOf(page)]).toEqual([path, language, 360, 0]);
      if (index % languages.length === turn) await expectAccessible(page, `${language}${path}`);
      await page.setViewportSize({ width: 1440, height: 900 });
      expect([path, language, 1440, await overflowOf(page)]).toEqual([path, language, 1440, 0]);
    }
  }
}

/** Axe finds nothing on the page as it is open, light and dark; in the dark only colours are others. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
  }
}
