import { checkLedger } from '../aggregate/checkLedger.ts';
import { print, runCommand } from './runCommand.ts';

const shown = 50;

await runCommand('check:ledger', async ({ db }) => {
  const { version, events, differences } = await checkLedger(db);
  for (const { table, key, counted, recorded } of differences.slice(0, shown)) {
    print(`${table} ${key}: the vote database has ${counted}, the board ${recorded}`);
  }
  if (differences.length > shown) print(`… and ${differences.length - shown} more`);
  print(`version ${version}, ${events} events`);
  print(`${differences.length} differences`);
  return differences.length === 0;
});
