import { parseArgs } from 'node:util';
import { findFreePort } from '#db/embedded.ts';
import { openChaosHouse, victims } from './chaosHouse.ts';
import { listBlows, strike } from './runChaos.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const print = (line: string) => process.stdout.write(`${line}\n`);

const house = await openChaosHouse(await findFreePort(), () => {});
let differences = 0;
try {
  for (const [round, blow] of listBlows(Number(values.rounds), Number(values.seed), victims).entries()) {
    const result = await strike(house, blow);
    differences += result.differences;
    const { version, events } = await house.progress();
    print(
      `${round + 1}. ${blow.kind} ${blow.victim}: ${result.differences} differences, moving again after ${result.recoveredMs} ms, version ${version}, ${events} events`,
    );
  }
} finally {
  await house.stop();
}
print(`${values.rounds} rounds, seed ${values.seed}, ${differences} differences`);
process.exit(differences === 0 ? 0 : 1);
