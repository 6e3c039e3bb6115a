import { parseArgs } from 'node:util';
import { InvalidInput } from '#domain/errors.ts';
import { rebuildTurnout } from '../aggregate/rebuildTurnout.ts';
import { print, runCommand } from './runCommand.ts';

await runCommand('aggregate:rebuild', async ({ db }) => {
  const { values } = parseArgs({ options: { reason: { type: 'string' }, by: { type: 'string' } } });
  if (!values.reason || !values.by) {
    throw new InvalidInput('a recount is logged: npm run aggregate:rebuild -- --reason "why" --by "who decided"');
  }
  const { version, events } = await rebuildTurnout(db, { reason: values.reason, decidedBy: values.by });
  print(`recounted ${events} events as version ${version}`);
  return true;
});
