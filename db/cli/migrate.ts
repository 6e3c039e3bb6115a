import { migrate } from '../migrate.ts';
import { openRoles, roles, roleUrl } from '../roles.ts';
import { print, runCommand } from './runCommand.ts';

await runCommand('migrate', async (_database, url) => {
  await migrate(url, ['vote-events', 'vote-reference', 'board', 'ops']);
  await openRoles(url);
  for (const role of roles) print(`${role}: ${roleUrl(url, role)}`);
  print('the schema is the newest');
  return true;
});
