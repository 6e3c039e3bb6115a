import { execFile } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { bringDemoStaff } from '#server/staff/demoStaff.ts';
import { loadSmallElection } from '../support/smallElection.ts';
import { codeOf, staffPassword } from '../support/staff.ts';
import { openBrowser, openStaff } from './ops/staffBrowser.ts';

const database = openStaff();
beforeAll(() => loadSmallElection(database.client.db));

function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
  const environment = { ...process.env, DATABASE_URL: database.url };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', program, ...args], { env: environment }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err }),
    );
  });
}
const addStaff = (...args: string[]) => run('server/staff/addStaffCommand.ts', args);
const verify = (...args: string[]) => run('db/cli/auditVerify.ts', args);

describe('npm run staff:add', () => {
  it('adds the first administrator, who sets a password by the link that it prints', async () => {
    const { code, output } = await addStaff('--name', 'Айгерім', '--email', 'First@board.example', '--role', 'admin');
    expect(code).toBe(0);
    const secret = /http:\/\/localhost:3000\/en\/sign-in\/password#(\S+)/.exec(output)?.[1];
    const browser = openBrowser();
    const set = await browser.send('POST', '/api/auth/password', { body: { secret, password: staffPassword } });
    expect(set.status).toBe(200);
    expect((await browser.signIn('first@board.example')).status).toBe(200);
  }, 60_000);

  it.each([
    ['says what is missing', ['--name', 'A'], /email/],
    [
      'says what is wrong with a place',
      ['--name', 'A', '--email', 'a@b.example', '--role', 'duty', '--region', 'XX-Z'],
      /no region XX-Z/,
    ],
    ['says which option there is not', ['--password', 'x'], /--password/],
  ])(
    '%s, and adds nobody',
    async (_, args, says) => {
      const { code, output } = await addStaff(...args);
      expect([code, output]).toEqual([1, expect.stringMatching(says)]);
    },
    60_000,
  );
});

describe('npm run audit:verify', () => {
  it('prints the head, finds a row that the owner changed, and a kept head that is gone', async () => {
    const whole = await verify();
    expect(whole.code).toBe(0);
    const head = /head ([0-9a-f]{64})/.exec(whole.output)?.[1] ?? '';
    expect((await verify('--head', head)).code).toBe(0);
    expect(await verify('--head', 'f'.repeat(64))).toMatchObject({
      code: 1,
      output: expect.stringContaining('cut off'),
    });
    expect((await verify('--head', 'short')).code).toBe(1);
    await database.client.db.execute(
      sql.raw(
        `alter table ops.audit disable trigger all; update ops.audit set role = 'admin' where id = 1; alter table ops.audit enable trigger all`,
      ),
    );
    expect(await verify()).toMatchObject({ code: 1, output: expect.stringContaining('row 1 is changed') });
  }, 90_000);
});

describe('the people of a rehearsal', () => {
  const secret = () => process.env.AUTH_SECRET ?? '';

  it('are of every role and of two regions, and sign in as it says, the same at each start', async () => {
    const signIns = await bringDemoStaff(database.client.db, secret());
    expect(await bringDemoStaff(database.client.db, secret())).toEqual(signIns);
    expect(new Set(signIns.map(({ person }) => person.role)).size).toBe(6);
    expect(new Set(signIns.map(({ person }) => person.regionCode))).toEqual(new Set([null, 'XX-A', 'XX-B']));
    for (const { person, password, totpKey } of signIns) {
      const browser = openBrowser();
      const answer = await browser.signIn(person.email, password);
      expect([person.email, await answer.json()]).toEqual([
        person.email,
        { step: totpKey === null ? 'done' : 'second_factor' },
      ]);
      if (totpKey === null) continue;
      const code = codeOf(`otpauth://totp/x?secret=${totpKey}`);
      expect((await browser.send('POST', '/api/auth/sign-in/code', { body: { code } })).status).toBe(200);
    }
  }, 120_000);

  it('are not brought to a real election', async () => {
    await database.client.db.execute(sql`update board.election set is_test = false`);
    await expect(bringDemoStaff(database.client.db, secret())).rejects.toThrow('rehearsal only');
  });
});
