import type { ScriptedActor } from '#db/audit/scriptedActor.ts';
import type { Database } from '#db/client.ts';
import { sql } from '#db/client.ts';
import { assignCommission } from '#db/violations/assignCommission.ts';
import { fileViolation } from '#db/violations/fileViolation.ts';
import { findUnitPlace } from '#db/violations/findCasePlace.ts';
import { registerViolation } from '#db/violations/registerViolation.ts';
import { startReview } from '#db/violations/startReview.ts';
import type { Commission } from '#domain/violations/commission.ts';
import { type DecideViolation, FileViolation } from '#domain/violations/requests.ts';

export const clerk: ScriptedActor = { id: 'clerk', name: 'Clerk', role: 'commission', address: '10.0.0.1' };
export const another: ScriptedActor = { id: 'another', name: 'Another clerk', role: 'commission', address: null };

export const districtCommission: Commission = { level: 'district', regionCode: 'XX-A', districtCode: 'XX-A-1' };
export const regionCommission: Commission = { level: 'region', regionCode: 'XX-A', districtCode: null };
export const centralCommission: Commission = { level: 'central', regionCode: null, districtCode: null };

/** Names of people that must be in no public answer. */
export const canaries = {
  reporter: 'Canary Reporter Qwzx',
  contacts: '+7 700 555 31 31 canary',
  accused: 'Canary Accused Vbnq',
};

const words = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru`, en: text });

export function filing(some: Partial<FileViolation> = {}): FileViolation {
  return FileViolation.parse({
    channel: 'hotline',
    category: 'campaigning',
    unitCode: 'XX-A-1',
    summary: 'Leaflets beside a place of voting.',
    ...some,
  });
}

export async function putCase(db: Database, some: Partial<FileViolation> = {}): Promise<number> {
  const report = filing(some);
  return fileViolation(db, clerk, { ...report, place: await findUnitPlace(db, report.unitCode) });
}

/** The version of the case as it stands. */
export async function versionOf(db: Database, number: number): Promise<number> {
  const [row] = await db.execute<{ row_version: number }>(sql`
    select row_version from ops.violation where number = ${number}`);
  return row?.row_version ?? 0;
}

/** A case that a commission is looking into. */
export async function putInReview(
  db: Database,
  some: Partial<FileViolation> = {},
  commission: Commission = regionCommission,
): Promise<number> {
  const number = await putCase(db, some);
  await registerViolation(db, clerk, number, { rowVersion: 1 });
  await assignCommission(db, clerk, number, { rowVersion: 2, commission });
  await startReview(db, clerk, number, { rowVersion: 3 });
  return number;
}

export function decision(rowVersion: number, some: Partial<DecideViolation> = {}): DecideViolation {
  return {
    rowVersion,
    number: '17-K',
    verdict: 'confirmed',
    measure: 'warning',
    votes: null,
    rule: words('Rule 26'),
    text: words('Campaigned beside a place of voting'),
    ...some,
  };
}

export function removal(rowVersion: number, some: Partial<DecideViolation> = {}): DecideViolation {
  return decision(rowVersion, { measure: 'removal', votes: 'annulled', number: '18-K', ...some });
}
