import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

export interface Machine {
  cores: number;
  cpu: string;
  memoryGiB: number;
  kernel: string;
  node: string;
  packages: Record<string, string>;
  loadAverage: number[];
}

/** What the figures were measured on and with. */
export function describeMachine(packages: readonly string[]): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    cpu: processors[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    packages: Object.fromEntries(packages.map((name) => [name, installedVersion(name)])),
    loadAverage: currentLoad(),
  };
}

/** Load averages of the last 1, 5 and 15 minutes. */
export function currentLoad(): number[] {
  return loadavg().map((load) => Math.round(load * 100) / 100);
}

function installedVersion(name: string): string {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const parsed: { version?: string } = JSON.parse(readFileSync(path, 'utf8'));
  return parsed.version ?? 'unknown';
}
