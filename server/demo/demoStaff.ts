import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseClient } from '#db/client.ts';
import { bringDemoStaff, type SignIn } from '../staff/demoStaff.ts';

/** AUTH_SECRET of this demo, made where there is none. */
export function openAuthSecret(dataDir: string): string {
  const path = join(dataDir, 'auth-secret');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

export function signInsPath(dataDir: string): string {
  return join(dataDir, 'sign-ins.txt');
}

/** Brings the demo's people and writes down how each signs in; returns that as a table. */
export async function bringSignIns(db: DatabaseClient['db'], dataDir: string): Promise<string> {
  const table = renderTable(await bringDemoStaff(db, openAuthSecret(dataDir)));
  writeFileSync(signInsPath(dataDir), table, { mode: 0o600 });
  return table;
}

function renderTable(signIns: readonly SignIn[]): string {
  const rows = signIns.map(({ person, password, totpKey }) => [
    person.email,
    password,
    person.commissionLevel ? `${person.role} (${person.commissionLevel})` : person.role,
    person.districtCode ?? person.regionCode ?? '',
    totpKey === null ? '' : `authenticator ${totpKey}`,
  ]);
  const widths = rows.reduce((most, row) => row.map((text, index) => Math.max(text.length, most[index] ?? 0)), [0]);
  return rows
    .map(
      (row) =>
        `${row
          .map((text, index) => text.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
