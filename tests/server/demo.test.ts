import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { findFreePort } from '#db/embedded.ts';
import { findClosedFolder } from '#db/embeddedBinaries.ts';
import { createTestDatabase } from '../support/database.ts';
import { loadSmallElection } from '../support/smallElection.ts';
import { makeOpenFolder } from '../support/startCluster.ts';
import { runDemo } from '../support/startDemo.ts';

/** What the demo says of a place where it cannot run: one line, and it ends with 1. */
describe('npm run demo says in one line that', () => {
  let folder = '';
  let ports: string[] = [];
  beforeEach(async () => {
    folder = makeOpenFolder('saylau-demo-test-');
    ports = ['--web-port', `${await findFreePort()}`, '--live-port', `${await findFreePort()}`];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const complaint = async (args: readonly string[], environment: Record<string, string> = {}) => {
    const demo = runDemo([...ports, '--data-dir', folder, ...args], environment);
    expect(await demo.ended).toBe(1);
    const lines = demo
      .output()
      .split('\n')
      .filter((line) => line.startsWith('demo: '));
    expect(lines.length).toBe(1);
    return lines[0];
  };

  it('a port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await complaint(['--web-port', `${port}`])).toBe(
      `demo: port ${port} is in use: choose another with --web-port`,
    );
    expect(await complaint(['--live-port', `${port}`])).toBe(
      `demo: port ${port} is in use: choose another with --live-port`,
    );
    other.close();
  });

  it('an option is wrong', async () => {
    expect(await complaint(['--speed', 'fast'])).toMatch(/--speed fast: expected a number from 0/);
    expect(await complaint(['--at', '2020-13-45T99:00'])).toMatch(/no such day or hour/);
    expect(await complaint(['--at', 'yesterday'])).toMatch(/expected a time such as 2020-10-02T17:00/);
    expect(await complaint(['--sped', '1'])).toMatch(/Unknown option '--sped'/);
    expect(await complaint(['--package', 'elections/none'])).toMatch(/election.json: expected the file to be there/);
  });

  it('the folder is somebody else’s', async () => {
    writeFileSync(join(folder, 'thesis.odt'), 'mine');
    expect(await complaint([])).toMatch(/holds files that are not Saylau's; name an empty folder with --data-dir/);
  });

  it('the data folder is damaged', async () => {
    mkdirSync(join(folder, 'postgres'));
    for (const file of ['password', 'complete']) writeFileSync(join(folder, file), 'x');
    expect(await complaint([])).toMatch(/data folder .* is damaged \(PG_VERSION is none, expected 18\)/);
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n');
    chmodSync(join(folder, 'postgres'), 0o700);
    expect(await complaint([])).toMatch(/PostgreSQL did not start: /);
  });

  it('the election is live', async () => {
    expect(await complaint([], { ELECTION_MODE: 'live' })).toMatch(/ELECTION_MODE is live/);
  });

  it('the database is another program’s, holds a real election, or does not answer', async () => {
    const database = await createTestDatabase();
    await database.client.connection`alter schema saylau_migrations rename to other_migrations`;
    expect(await complaint([], { DATABASE_URL: database.url })).toMatch(/schemas of another program \(board, vote\)/);
    await database.client.connection`alter schema other_migrations rename to saylau_migrations`;
    await loadSmallElection(database.client.db);
    await database.client.connection`update board.clock set mode = 'live'`;
    expect(await complaint([], { DATABASE_URL: database.url })).toMatch(/holds a real election/);
    await database.drop();
    expect(await complaint([], { DATABASE_URL: `postgres://nobody@127.0.0.1:${await findFreePort()}/none` })).toMatch(
      /DATABASE_URL does not answer/,
    );
    expect(await complaint([], { DATABASE_URL: 'mysql://x' })).toMatch(
      /environment: DATABASE_URL: expected an address/,
    );
    expect(inject('clusterUrl')).toContain('postgres://');
  });

  it('a folder above is closed to the database’s user', () => {
    const closed = join(folder, 'closed');
    mkdirSync(join(closed, 'inner'), { recursive: true });
    chmodSync(closed, 0o700);
    expect(findClosedFolder(join(closed, 'inner', 'postgres'))).toBe(closed);
    chmodSync(closed, 0o755);
    expect(findClosedFolder(join(closed, 'inner', 'postgres'))).toBeNull();
  });
});
