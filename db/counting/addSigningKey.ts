import { type Database, sql } from '../client.ts';

/** Makes the public half of a key known, so that readers have it before the release. Said twice it counts once. */
export async function addSigningKey(db: Database, key: { id: string; publicKeyPem: string }): Promise<void> {
  await db.execute(sql`
    insert into published.signing_key (id, public_key_pem) values (${key.id}, ${key.publicKeyPem}) on conflict (id) do nothing`);
}
