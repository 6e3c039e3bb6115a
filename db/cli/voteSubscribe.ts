// Has a board database follow a vote database. Usage: npm run vote:subscribe [-- --drop [--abandon-slot]]
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CopyProgress } from '../vote/copyProgress.ts';
import { reasonOf } from '../vote/reasonOf.ts';
import { dropSubscription, subscribeToTurnout } from '../vote/subscription.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { drop: { type: 'boolean', default: false }, 'abandon-slot': { type: 'boolean', default: false } },
  });
  const boardUrl = readAddress('DATABASE_URL', 'the owner’s address of the board database');
  if (values.drop) {
    const { abandonedSlot } = await dropSubscription(boardUrl, { abandonSlot: values['abandon-slot'] });
    if (abandonedSlot) {
      process.stderr.write(
        `vote:subscribe: warning: if the vote database still runs, its log piles up until: select pg_drop_replication_slot('${abandonedSlot}')\n`,
      );
    }
    process.stdout.write('the subscription is dropped; the events copied so far stay\n');
    return;
  }
  const voteUrl = readAddress('VOTE_DATABASE_URL', 'the address that vote:publish -- --role printed');
  const outcome = await subscribeToTurnout({ boardUrl, voteUrl, onProgress: tellProgress() });
  process.stdout.write(
    `the subscription is ${outcome}; all earlier events are copied, new ones follow by themselves\n`,
  );
}

function readAddress(name: 'DATABASE_URL' | 'VOTE_DATABASE_URL', what: string): string {
  const address = z.url({ protocol: /^postgres(ql)?$/ }).safeParse(process.env[name]);
  if (!address.success) throw new Error(`set ${name} to ${what}`);
  return address.data;
}

/** One line whenever something moved. */
function tellProgress(): (progress: CopyProgress) => void {
  let last = '';
  return ({ tablesReady, tables, rowsCopying }) => {
    const line = `copied ${tablesReady} of ${tables} tables${rowsCopying > 0 ? `, ${rowsCopying} rows of the next` : ''}\n`;
    if (line !== last) process.stdout.write(line);
    last = line;
  };
}

main().catch((error) => {
  process.stderr.write(`vote:subscribe: ${reasonOf(error)}\n`);
  process.exitCode = 1;
});
