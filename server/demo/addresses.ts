import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Conflict } from '#domain/errors.ts';

/** Addresses under which this machine's pages can be opened, the nearest first. */
export function listAddresses(port: number): string[] {
  const hosts = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
  return ['localhost', '127.0.0.1', ...hosts].map((host) => `http://${host}:${port}`);
}

/** Throws Conflict where something listens on the port already. */
export async function requireFreePort(port: number, option: string): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, '0.0.0.0', resolve));
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw new Conflict(
      inUse
        ? `port ${port} is in use: choose another with ${option}`
        : `port ${port} cannot be opened: choose another with ${option}`,
    );
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}
