import type { Instant } from '#domain/schedule.ts';
import { type SQL, sql } from '../client.ts';
import type { AuditActor } from './recordAudit.ts';

/** Who acts; `at` is the moment of the election where it is not now: a rehearsal tells what has been. */
export type ScriptedActor = AuditActor & { at?: Instant };

export function momentOf({ at }: ScriptedActor): SQL {
  return at === undefined ? sql`board.election_now()` : sql`${at}::timestamptz`;
}
