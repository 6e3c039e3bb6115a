import type { AuditActor } from '#db/audit/recordAudit.ts';
import type { DatabaseClient } from '#db/client.ts';
import { pingWebhook } from '#db/webhooks/askDelivery.ts';
import { rotateSecret } from '#db/webhooks/secrets.ts';
import { switchOff, switchOn } from '#db/webhooks/switchWebhook.ts';

type Verb = (db: DatabaseClient['db'], by: AuditActor, id: number) => Promise<{ secret: string } | undefined>;

const quietly =
  (command: (db: DatabaseClient['db'], by: AuditActor, id: number) => Promise<void>): Verb =>
  async (db, by, id) => {
    await command(db, by, id);
    return undefined;
  };

/** What can be done to a webhook, as the last part of the address. */
export const verbs: ReadonlyMap<string, Verb> = new Map([
  ['disable', quietly(switchOff)],
  ['enable', quietly(switchOn)],
  ['ping', quietly(pingWebhook)],
  ['rotate', rotateSecret],
]);
