import { createDatabase } from '#db/client.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { Conflict } from '#domain/errors.ts';
import { required } from '../environment.ts';
import { readPackage } from '../packages/readPackage.ts';
import { createSigningKey, readSigningKey } from '../press/signingKey.ts';
import { runProcess } from '../runProcess.ts';
import { playRehearsal } from './playRehearsal.ts';
import { refuseLiveMode } from './rehearsal.ts';

await runProcess('rehearsal', async (environment, log) => {
  refuseLiveMode(environment.ELECTION_MODE);
  const boardUrl = required(environment, 'DATABASE_URL');
  const source = await readPackage(environment.ELECTION_PACKAGE);
  const connect = (url: string) => createDatabase(url, { applicationName: 'saylau-rehearsal', maxConnections: 2 });
  const databases = { board: connect(boardUrl), vote: connect(environment.VOTE_DATABASE_URL ?? boardUrl) };
  const state = await findRehearsal(databases.vote.db);
  const feed = await getFeed(databases.board.db);
  if (!state || !feed.isTest)
    throw new Conflict('no rehearsal is prepared in this database: npm run demo prepares one');
  const { SIGNING_KEY_FILE } = environment;
  const signingKey = SIGNING_KEY_FILE ? readSigningKey(SIGNING_KEY_FILE) : createSigningKey();
  log.info({ package: state.packageId, seed: state.seed }, 'playing');
  const stop = playRehearsal(databases, { source, seed: state.seed, signingKey }, log);
  return async () => {
    await stop();
    await Promise.all([databases.board.close(), databases.vote.close()]);
  };
});
