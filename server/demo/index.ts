import { readDemoOptions, usage } from './demoOptions.ts';
import { say } from './progress.ts';
import { runDemo } from './runDemo.ts';

try {
  const options = readDemoOptions(process.argv.slice(2));
  if (options === 'help') say(usage);
  else await runDemo(options);
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
