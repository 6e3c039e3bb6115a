import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import type { ReleaseDesk } from '#domain/results/releaseDesk.ts';
import { sealSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff } from '../../support/staff.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const database = openStaff();
const path = '/api/ops/results';

async function enter(role: 'approver' | 'leadership', name: string): Promise<StaffBrowser & { id: string }> {
  const { id, email } = await addStaff(database.client.db, { role, name });
  const browser = openBrowser();
  await browser.signIn(email);
  await database.client.db.execute(sql`update auth.person set two_factor_enabled = true where id = ${id}`);
  await database.client.db.execute(sql`update auth.session set second_factor = true where user_id = ${id}`);
  return { ...browser, id };
}
const deskOf = async (answer: Response): Promise<ReleaseDesk> => (await answer.json()) as ReleaseDesk;
const refusalOf = async (answer: Response) => {
  const { error, message } = (await answer.json()) as { error: string; message?: string };
  return [answer.status, error, message?.split(':')[0]];
};

describe('the release at /api/ops/results', () => {
  let draft: Awaited<ReturnType<typeof sealSmallEdition>>;
  let one: StaffBrowser & { id: string };
  let other: StaffBrowser & { id: string };
  let leader: StaffBrowser;
  const approve = (browser: StaffBrowser, hash: string) =>
    browser.send('POST', path, { body: { verdict: 'approved', hash } });
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    one = await enter('approver', 'Aisha Omarova');
    other = await enter('approver', 'Bolat Serikov');
    leader = await enter('leadership', 'Dana Leader');
  });

  it('is empty before the first count, and says who can approve and when voting ends', async () => {
    const empty = await deskOf(await leader.send('GET', path));
    expect(empty).toMatchObject({ draft: null, editions: [], approvers: ['Aisha Omarova', 'Bolat Serikov'] });
    expect(await refusalOf(await approve(one, 'ab'.repeat(8)))).toEqual([409, 'conflict', 'not_found']);
    draft = await sealSmallEdition(database);
  });

  it('refuses what is no verdict, and takes nothing of it', async () => {
    const hash = draft.manifestHash;
    for (const body of [
      {},
      { verdict: 'approved' },
      { verdict: 'approved', hash: '' },
      { verdict: 'approved', hash: hash.slice(0, 11) },
      { verdict: 'approved', hash: `${hash}0` },
      { verdict: 'approved', hash: "' or 1=1 --" },
      { verdict: 'approved', hash, person: 'Somebody Else' },
      { verdict: 'approved', hash, reason: 'x' },
      { verdict: 'objected', hash },
      { verdict: 'objected', hash, reason: ' \n ' },
      { verdict: 'objected', hash, reason: 'x'.repeat(1_001) },
      { verdict: 'released', hash },
      [],
      'approved',
    ])
      expect([body, (await one.send('POST', path, { body })).status]).toEqual([body, 400]);
    expect((await deskOf(await leader.send('GET', path))).draft?.verdicts).toEqual([]);
  });

  it('tells nobody who guesses wrong how the hash goes on', async () => {
    const answer = await approve(one, 'f'.repeat(64));
    const text = await answer.clone().text();
    expect(await refusalOf(answer)).toEqual([409, 'conflict', 'other_hash']);
    expect(text).not.toContain(draft.manifestHash.slice(0, 6));
    expect(await (await one.send('GET', path)).text()).not.toContain(draft.manifestHash.slice(0, 6));
  });

  it('takes a hash in groups, in capitals and over two lines, and answers with how it stands', async () => {
    const written = ` ${draft.manifestHash.slice(0, 8).toUpperCase()}  ${draft.manifestHash.slice(8, 12)}\n${draft.manifestHash.slice(12)} `;
    const answer = await approve(one, written);
    expect(answer.status).toBe(200);
    expect((await deskOf(answer)).draft).toMatchObject({
      state: 'approved by one',
      manifestHash: draft.manifestHash,
      verdicts: [{ person: 'Aisha Omarova', verdict: 'approved', isOwn: true }],
    });
    expect(await refusalOf(await approve(one, draft.manifestHash))).toEqual([409, 'conflict', 'given']);
  });

  it('takes no verdict of a session that was ended, nor of an approver who was disabled', async () => {
    const third = await enter('approver', 'Chingiz Third');
    await database.client.db.execute(sql`update auth.person set disabled_at = now() where id = ${third.id}`);
    expect((await approve(third, draft.manifestHash)).status).toBe(401);
    expect((await third.send('GET', path)).status).toBe(401);
    const fourth = await enter('approver', 'Daniyar Fourth');
    await database.client.db.execute(sql`delete from auth.session where user_id = ${fourth.id}`);
    expect((await approve(fourth, draft.manifestHash)).status).toBe(401);
    expect((await openBrowser().send('GET', path)).status).toBe(401);
  });

  it('keeps the reason of an objection to those who count', async () => {
    const reason = '<b>1 284</b> and not 1 384 😀';
    const answer = await other.send('POST', path, {
      body: { verdict: 'objected', hash: draft.manifestHash, reason },
    });
    expect((await deskOf(answer)).draft?.state).toBe('objected');
    for (const browser of [one, other, leader])
      expect(await (await browser.send('GET', path)).text()).not.toMatch(/1 ?284|reason/);
    const audit = await (await leader.send('GET', '/api/ops/audit')).text();
    expect(audit).toContain('results.object');
    expect(audit).not.toMatch(/1 ?284/);
    expect(audit).not.toContain(draft.manifestHash.slice(0, 13));
  });
});
