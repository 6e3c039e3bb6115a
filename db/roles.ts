import { createHmac } from 'node:crypto';
import { createDatabase, sql } from './client.ts';

export const roles = [
  'saylau_aggregator',
  'saylau_live',
  'saylau_web',
  'saylau_counting',
  'saylau_detector',
  'saylau_notifier',
] as const;
export type Role = (typeof roles)[number];

/** The address a process of this role connects with; its password follows from the owner's address, so none is stored. */
export function roleUrl(ownerUrl: string, role: Role): string {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', `${url.username}:${url.password}@${url.host}`).update(role).digest('hex');
  url.username = role;
  return url.href;
}

/** Lets every role log in with the password of its `roleUrl`; the owner must be allowed to alter roles. */
export async function openRoles(ownerUrl: string): Promise<void> {
  const client = createDatabase(ownerUrl, { applicationName: 'saylau-roles', maxConnections: 1 });
  try {
    await client.db.transaction(async (tx) => {
      // Roles belong to the whole cluster: two databases of it may be set up at once.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saylau.roles'))`);
      for (const role of roles) {
        const password = new URL(roleUrl(ownerUrl, role)).password;
        await tx.execute(sql.raw(`alter role ${role} login password '${password}'`));
      }
    });
  } finally {
    await client.close();
  }
}
