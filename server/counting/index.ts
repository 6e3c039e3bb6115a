import { existsSync } from 'node:fs';
import { createCountingDatabase } from '#db/counting/countingDatabase.ts';
import { locateDatabase } from '#db/locateDatabase.ts';
import { roleUrl } from '#db/roles.ts';
import { InvalidInput } from '#domain/errors.ts';
import { signingKeyPath } from '../demo/demoSigningKey.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { readSigningKey, type SigningKey } from '../press/signingKey.ts';
import { type CommandLine, readCommandLine, usage } from './commandLine.ts';
import { makeKey, verbs } from './verbs.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const line = readCommandLine(process.argv.slice(2));
  if (line === 'help') print(usage);
  else if (line.verb === 'key') print(`key ${makeKey(line.word())}`);
  else await runVerb(line, line.verb);
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  process.stderr.write(`results: ${cause instanceof Error ? cause.message || cause.name : cause}\n`);
  process.exitCode = 1;
}

async function runVerb(line: CommandLine, verb: keyof typeof verbs): Promise<void> {
  const environment = readEnvironment();
  const boardUrl = environment.COUNTING_DATABASE_URL ?? roleUrl(locateDatabase(), 'saylau_counting');
  const board = createCountingDatabase(boardUrl);
  const vote = createCountingDatabase(environment.COUNTING_VOTE_DATABASE_URL ?? boardUrl);
  try {
    await verbs[verb](line, { databases: { board, vote }, signingKey: () => findSigningKey(environment), print });
  } finally {
    await Promise.all([board.close(), vote.close()]);
  }
}

function findSigningKey({ SIGNING_KEY_FILE }: Environment): SigningKey {
  const ofDemo = signingKeyPath(process.env.SAYLAU_DATA_DIR ?? '.saylau');
  if (!SIGNING_KEY_FILE && !existsSync(ofDemo)) {
    throw new InvalidInput('SIGNING_KEY_FILE is not set: make a key with npm run results -- key FILE');
  }
  return readSigningKey(SIGNING_KEY_FILE ?? ofDemo);
}
