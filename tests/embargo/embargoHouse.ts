import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { findFreePort, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openRoles } from '#db/roles.ts';
import { listPrograms } from '#server/demo/programs.ts';
import { supervise } from '#server/demo/supervise.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { until } from '../support/liveServer.ts';
import { makeOpenFolder, throwawaySettings } from '../support/startCluster.ts';
import { type Canaries, readCanaries } from './canaries.ts';
import { beforePublication, canaryElection, canaryProtocols, voted } from './canaryElection.ts';
import { createSend, type EmbargoPerson, signInEverybody } from './embargoStaff.ts';
import { plantSecrets } from './plantSecrets.ts';
import { type DeliveryReceiver, receiveDeliveries } from './receiveDeliveries.ts';
import { type OpenDatabase, sealResults } from './sealResults.ts';

/** An election whose results are sealed, approved by two people and not due, with the processes that the public reaches. */
export interface EmbargoHouse {
  webPort: number;
  livePort: number;
  owner: DatabaseClient;
  ownerUrl: string;
  /** The same election with other figures, in a database of its own. */
  other: { owner: DatabaseClient; url: string };
  /** Everything the processes and the database server have written to their logs. */
  readLogs(): { name: string; content: Buffer }[];
  logFolder: string;
  canaries: Canaries;
  /** Signed in to the console. */
  people: readonly EmbargoPerson[];
  /** Ids of incidents and cases. */
  staffIds: readonly string[];
  /** It is told everything that webhooks can be told; another webhook, whose receiver does not answer, waits for the same. */
  receiver: DeliveryReceiver;
  /** What of the sealed edition a person may know: its hash, those who count or lead, and who gave a verdict. */
  mayKnow(person: EmbargoPerson, found: string): boolean;
  stop(): Promise<void>;
}

/** Starts all of it on a folder of its own, with free ports. The pages must be built. */
export async function openEmbargoHouse(): Promise<EmbargoHouse> {
  const dataDir = makeOpenFolder('saylau-embargo-');
  const logFolder = join(dataDir, 'logs');
  const cluster = await startEmbedded({ dataDir, settings: throwawaySettings });
  const [webPort, livePort] = [await findFreePort(), await findFreePort()];
  const failures: Error[] = [];
  const stops: (() => Promise<void> | void)[] = [
    () => rmSync(dataDir, { recursive: true, force: true }),
    () => cluster.stop(),
  ];
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
    if (failures[0]) throw failures[0];
  };
  try {
    const open = async (name: string) => {
      const database = await openElection(cluster.url('postgres'), name);
      stops.push(() => database.owner.close());
      return database;
    };
    const database = await open('embargo');
    const other = await open('other_figures');
    await sealResults(database, canaryProtocols('canary'), dataDir);
    await sealResults(other, canaryProtocols('other', 0.001), dataDir);

    const canaries = await readCanaries(database.owner.db);
    const options = {
      at: '',
      speed: 0,
      webPort,
      livePort,
      dataDir,
      packageFolder: '',
      seed: 1,
      reset: false,
      dev: false,
    };
    for (const program of listPrograms(options, database.url).filter(({ name }) => name !== 'rehearsal')) {
      const running = supervise(
        program,
        logFolder,
        () => {},
        (error) => failures.push(error),
      );
      stops.push(() => running.stop());
    }
    const answers = async (address: string) => (await fetch(address)).ok;
    await until(() => answers(`http://127.0.0.1:${livePort}/readyz`), 60_000);
    const web = `http://127.0.0.1:${webPort}`;
    await until(() => answers(`${web}/en`), 60_000);
    const receiver = await receiveDeliveries();
    stops.push(() => receiver.stop());
    const people = await signInEverybody(database.owner.db, web, dataDir);
    const planted = await plantSecrets(people, createSend(web), web, receiver);
    const readLogs = () => [
      ...readdirSync(logFolder).map((name) => ({ name, content: readFileSync(join(logFolder, name)) })),
      { name: 'postgres.log', content: readFileSync(join(dataDir, 'postgres.log')) },
    ];
    return {
      webPort,
      livePort,
      owner: database.owner,
      ownerUrl: database.url,
      other,
      readLogs,
      logFolder,
      canaries,
      people,
      staffIds: planted.ids,
      receiver,
      mayKnow: ({ role }, found) =>
        ['leadership', 'counting'].includes(role) && found === `digest ${canaries.digests[0]?.slice(0, 16)}…`,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The election after the close of voting, its turnout folded; nothing is counted yet. */
async function openElection(adminUrl: string, name: string): Promise<OpenDatabase> {
  const admin = createDatabase(adminUrl, { applicationName: 'saylau-embargo', maxConnections: 1 });
  await admin.db.execute(sql.raw(`create database ${name}`));
  await admin.close();
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  await migrate(url, ['vote-events', 'vote-reference', 'board', 'ops']);
  await openRoles(url);
  const owner = createDatabase(url, { applicationName: 'saylau-embargo', maxConnections: 4 });
  const clock = clockAt(Date.parse(beforePublication), 0);
  await loadElection(owner.db, canaryElection, { isTest: true, clock });
  for (const change of canaryElection.election.windows) await announceWindow(owner.db, change);
  for (const change of canaryElection.election.publications) await announcePublication(owner.db, change);
  for (const [districtCode, count] of Object.entries(voted)) await correctTurnout(owner, districtCode, count);
  await foldTurnout(owner.db);
  await setBoardClock(owner.db, clock);
  return { owner, url };
}

/** Voters without a row each. */
export async function correctTurnout({ db }: DatabaseClient, districtCode: string, count: number): Promise<void> {
  await db.execute(sql`
    insert into vote.turnout_correction (district_code, channel, delta_voted, reason, decided_by, occurred_at)
    values (${districtCode}, 'paper', ${count}, 'counted on paper', 'commission', '2020-10-04T13:00:00+06:00')`);
}
