import { parseArgs } from 'node:util';
import { buildWeb, isWebBuilt } from '#server/demo/webBuild.ts';
import { openEmbargoHouse } from './embargoHouse.ts';
import { findLeaks } from './findLeaks.ts';
import { leakKinds, plantLeak } from './leaks.ts';

const shownFindings = 40;
const print = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { leak: { type: 'string' } } });
const leak = leakKinds.find((kind) => kind === values.leak);
if (values.leak !== undefined && !leak) {
  print(`--leak ${values.leak}: expected one of ${leakKinds.join(', ')}`);
  process.exit(2);
}

if (!isWebBuilt()) {
  print('building the pages');
  await buildWeb(() => {});
}
const house = await openEmbargoHouse();
let leaked = true;
try {
  if (leak) await plantLeak(house, leak);
  const { findings, looked } = await findLeaks(house);
  leaked = findings.length > 0;
  for (const { part, where, what } of findings.slice(0, shownFindings)) print(`${part}: ${where}: ${what}`);
  const { places, bytes } = looked();
  const searched = `${places} answers, frames, rows and logs (${Math.round(bytes / 1e6)} MB)`;
  print(leaked ? `${findings.length} leaks in ${searched}` : `no leak in ${searched}`);
} finally {
  await house.stop();
}
process.exit(leaked ? 1 : 0);
