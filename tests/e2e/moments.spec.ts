import { expect, readHero, test } from './fixtures.ts';

const at = (text: string) => Date.parse(`${text}+06:00`);

test.describe.configure({ mode: 'serial', timeout: 300_000 });

for (const { name, moment, pill, voted } of [
  { name: 'before the opening', moment: '2020-09-30T12:00', pill: /opens/i, voted: 0 },
  { name: 'when it was extended', moment: '2020-10-03T20:00', pill: /extended/i, voted: null },
  { name: 'after the close', moment: '2020-10-04T18:00', pill: /voting has ended/i, voted: 662_687 },
  { name: 'after publication was moved', moment: '2020-10-05T13:00', pill: /moved/i, voted: 662_687 },
  {
    name: 'after publication day',
    moment: '2020-10-07T09:00',
    pill: /results published\s6\sOct\s12:00/i,
    voted: 662_687,
  },
]) {
  test(`the page is right ${name}`, async ({ board, page }) => {
    await board.bring(at(moment));
    await expect
      .poll(async () => {
        await page.goto(`${board.web}/en`);
        return pill.test((await page.locator('header').textContent()) ?? '');
      })
      .toBe(true);
    if (voted !== null) await expect.poll(() => readHero(page)).toBe(voted);
  });
}
