import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'app',
  'components',
  'domain',
  'db',
  'messages',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.js',
  'package-lock.json',
];
const stampPath = '.next/saylau-sources';
export const nextProgram = 'node_modules/next/dist/bin/next';

/** Whether the pages were built of the sources as they are now. */
export function isWebBuilt(): boolean {
  return existsSync('.next/BUILD_ID') && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hashSources();
}

/** Builds the pages. Rejects with the last lines of the build where it fails; `onStart` gets the process, to end it early. */
export async function buildWeb(onStart: (child: ChildProcess) => void): Promise<void> {
  const stamp = hashSources();
  const build = spawn(process.execPath, [nextProgram, 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onStart(build);
  const lines: string[] = [];
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n')));
  const code = await new Promise((resolve) => build.once('close', resolve));
  if (code !== 0)
    throw new Error(
      `the pages do not build:\n${lines
        .filter((line) => line.trim() !== '')
        .slice(-15)
        .join('\n')}`,
    );
  writeFileSync(stampPath, stamp);
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(listFiles)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
