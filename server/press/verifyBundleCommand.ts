import { parseArgs } from 'node:util';
import { InvalidInput } from '#domain/errors.ts';
import { readKeyFile } from './signingKey.ts';
import { describeReport } from './verify/describeReport.ts';
import { readBundle } from './verify/readBundle.ts';
import { verifyBundle } from './verify/verifyBundle.ts';

const usage = 'npm run verify-bundle -- FILE [--key PEM]   FILE: bundle.zip, or the folder it was unpacked to';

function readArguments(): { path: string; keyPath: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new InvalidInput('expected one file');
    return { path, keyPath: values.key };
  } catch (error) {
    throw new InvalidInput(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

try {
  const { path, keyPath } = readArguments();
  const trustedKeyPem = keyPath === undefined ? null : readKeyFile(keyPath);
  const report = verifyBundle(readBundle(path), trustedKeyPem);
  process.stdout.write(`${describeReport(report, keyPath !== undefined).join('\n')}\n`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`verify-bundle: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
