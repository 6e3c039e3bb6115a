// Publishes the turnout events of the vote database. Usage: npm run vote:publish [-- --role]
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDatabase } from '../client.ts';
import { openReplicationRole, publishTurnout } from '../vote/publication.ts';
import { reasonOf } from '../vote/reasonOf.ts';

// Tried: such a role reads inserts into vote.member through the plugin test_decoding. No grant of PostgreSQL prevents it.
const replicationWarning =
  'a role that may replicate can decode the whole log with any plugin the server has: keep this address as secret as the vote database’s own, ' +
  'remove test_decoding and its like from the server, and reject physical replication for the role in pg_hba.conf';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { role: { type: 'boolean', default: false } } });
  const { VOTE_DATABASE_URL, DATABASE_URL } = process.env;
  const url = z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'set VOTE_DATABASE_URL (or DATABASE_URL) to the owner’s address of the vote database',
    })
    .safeParse(VOTE_DATABASE_URL ?? DATABASE_URL);
  if (!url.success) throw new Error(url.error.issues[0]?.message);
  const client = createDatabase(url.data, { applicationName: 'saylau-publish', maxConnections: 1 });
  try {
    const { publication, warnings } = await publishTurnout(client.db);
    for (const warning of warnings) process.stderr.write(`vote:publish: warning: ${warning}\n`);
    if (values.role) {
      process.stdout.write(`subscribe with VOTE_DATABASE_URL=${await openReplicationRole(url.data)}\n`);
      process.stderr.write(`vote:publish: warning: ${replicationWarning}\n`);
    }
    process.stdout.write(`publication ${publication} is in place: inserts only, no identity, no choice\n`);
  } finally {
    await client.close();
  }
}

main().catch((error) => {
  process.stderr.write(`vote:publish: ${reasonOf(error)}\n`);
  process.exitCode = 1;
});
