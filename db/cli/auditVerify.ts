import { parseArgs } from 'node:util';
import { verifyAudit } from '../audit/verifyAudit.ts';
import { print, runCommand } from './runCommand.ts';

await runCommand('audit:verify', async ({ db }) => {
  const { values } = parseArgs({ options: { head: { type: 'string' } } });
  if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head))
    throw new Error('--head: a hash of 64 hexadecimal digits, as an earlier run printed it');
  const { rows, head, fault } = await verifyAudit(db, values.head);
  if (fault) {
    print(
      fault.fault === 'kept hash not found'
        ? `the chain of ${rows} rows holds, but no row has the hash ${values.head}: the log was cut off or written anew`
        : `row ${fault.id} is ${fault.fault}; the ${rows} rows before it hold`,
    );
    return false;
  }
  print(`${rows} rows hold, from the first to the newest`);
  print(`head ${head}`);
  print('keep the head elsewhere: npm run audit:verify -- --head HASH proves later that nothing before it was cut off');
  return true;
});
