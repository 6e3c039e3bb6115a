import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { findFreePort } from '#db/embedded.ts';
import { createIntakeKey } from '#db/incidents/intakeKeys.ts';
import { officer } from '../../support/incidents.ts';
import { until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openBrowser, openStaff } from './staffBrowser.ts';

const alertmanager = '/usr/bin/prometheus-alertmanager';
const amtool = '/usr/bin/amtool';

/** Debian's prometheus-alertmanager, with the configuration of docs/operations.md. */
describe.skipIf(!existsSync(alertmanager))('a real Alertmanager', () => {
  const database = openStaff();
  const folder = mkdtempSync(join(tmpdir(), 'saylau-alertmanager-'));
  let server: Server;
  let child: ChildProcess | undefined;
  let url = '';
  const statuses: number[] = [];
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    const { secret } = await createIntakeKey(database.client.db, officer('Admin'), { name: 'am', regionCode: null });
    server = createServer(async (request, response) => {
      const answer = await openBrowser().send('POST', '/api/ops/alertmanager', {
        body: await text(request),
        headers: { authorization: request.headers.authorization ?? '' },
      });
      statuses.push(answer.status);
      response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/ops/alertmanager`;
    writeFileSync(
      join(folder, 'alertmanager.yml'),
      `route:
  receiver: saylau
  group_by: [alertname]
  group_wait: 1s
  group_interval: 1s
  repeat_interval: 1h
receivers:
  - name: saylau
    webhook_configs:
      - url: ${hook}
        max_alerts: 1000
        http_config:
          authorization:
            credentials: ${secret}
`,
    );
    const [port] = [await findFreePort()];
    url = `http://127.0.0.1:${port}`;
    child = spawn(
      alertmanager,
      [
        `--config.file=${join(folder, 'alertmanager.yml')}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    );
    await until(async () => (await fetch(`${url}/-/ready`)).ok, 20_000);
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGTERM');
    await ended;
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  const stateOf = async () => {
    const rows = await database.client.db.execute<Record<string, unknown>>(sql`
      select state, outcome, severity, title, evidence -> 'groupLabels' as labels from ops.incident`);
    return [...rows];
  };

  it('fires and resolves an alert by amtool', async () => {
    const tool = promisify(execFile);
    const labels = ['SaylauSiteDown', 'severity=critical', 'instance=web1'];
    const add = (end: Date) =>
      tool(amtool, [
        ...['--alertmanager.url', url, 'alert', 'add', ...labels],
        ...['--annotation', 'summary=The site does not answer', '--end', end.toISOString()],
      ]);
    await add(new Date(Date.now() + 600_000));
    await until(async () => (await stateOf()).length === 1, 15_000);
    expect(await stateOf()).toEqual([
      {
        state: 'investigating',
        outcome: null,
        severity: 'critical',
        title: { en: 'The site does not answer' },
        labels: { alertname: 'SaylauSiteDown' },
      },
    ]);
    await add(new Date(Date.now() - 1_000));
    await until(async () => (await stateOf())[0]?.state === 'resolved', 20_000);
    expect(await stateOf()).toMatchObject([{ state: 'resolved', outcome: 'ended' }]);
    expect(new Set(statuses)).toEqual(new Set([200]));
  }, 60_000);
});
