import type { AuditActor } from '../audit/recordAudit.ts';
import { personKey } from '../counting/personKey.ts';

/** Who acts, as the functions of the schedule take it. Throws InvalidInput for a name without letters. */
export function actorOf({ id, name, role, address }: AuditActor): string {
  return JSON.stringify({ id, name: name.trim(), key: personKey(name), role, address });
}
