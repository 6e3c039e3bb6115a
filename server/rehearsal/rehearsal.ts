import type { DatabaseClient } from '#db/client.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { Conflict } from '#domain/errors.ts';
import type { SigningKey } from '../press/signingKey.ts';

/** The two databases a rehearsal writes to, as their owners; often one. */
export interface RehearsalDatabases {
  vote: DatabaseClient;
  board: DatabaseClient;
}

export interface Rehearsal {
  source: ElectionPackage;
  seed: number;
  /** Signs the editions; a new one where it is left out. */
  signingKey?: SigningKey;
}

/** Does a part of a preparation; the demo shows it under this name. */
export type Stepper = <T>(name: string, work: (tell: (detail: string) => void) => Promise<T>) => Promise<T>;

/** Real votes may be near: a rehearsal never starts when the environment says so. Throws Conflict. */
export function refuseLiveMode(mode: 'live' | 'rehearsal'): void {
  if (mode === 'live') throw new Conflict('ELECTION_MODE is live: a rehearsal never runs beside a real election');
}

/** The moment at which the script of the results begins, epoch ms; never where there is none. */
export function firstCountMs({ election }: ElectionPackage): number {
  const first = election.results?.editions[0];
  return first ? Date.parse(first.countedAt) : Number.POSITIVE_INFINITY;
}
