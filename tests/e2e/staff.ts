import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page, ViewportSize } from '@playwright/test';
import { type DemoSignIn, readDemoSignIn } from '../support/demoSignIns.ts';
import { codeOf } from '../support/staff.ts';
import type { Demo } from '../support/startDemo.ts';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 360, height: 740 };

/** A page of its own browser context with one of the demo's people signed in, at this address of the console. */
export async function openAs(
  browser: Browser,
  demo: Demo,
  mailbox: string,
  { path = '/en/console', viewport = desk }: { path?: string; viewport?: ViewportSize } = {},
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  const person = readDemoSignIn(demo.dataDir, mailbox);
  await signIn(page, demo.web, person, path);
  if (person.uri !== null) await typeCode(page, await freshCode(person.uri));
  await page.waitForURL((url) => url.pathname + url.search === path);
  return page;
}

export async function signIn(
  page: Page,
  web: string,
  { email, password }: Pick<DemoSignIn, 'email' | 'password'>,
  path?: string,
): Promise<void> {
  await page.goto(`${web}/en/sign-in${path === undefined ? '' : `?${new URLSearchParams({ next: path })}`}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const usedCodes = new Set<string>();

/** A code that no test used: three are valid at a time, and each once. */
export async function freshCode(uri: string): Promise<string> {
  for (;;) {
    const code = [0, 1, -1].map((steps) => codeOf(uri, steps)).find((each) => !usedCodes.has(`${uri} ${each}`));
    if (code !== undefined) {
      usedCodes.add(`${uri} ${code}`);
      return code;
    }
    await delay(1_000);
  }
}
