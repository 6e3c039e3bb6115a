import { listSigningKeys, type SigningKey } from '#db/queries/listSigningKeys.ts';
import { getDatabase } from '../database.ts';
import { readOrLast } from '../lastGood.ts';

/** The keys that bundles are signed with, the newest first. */
export async function readSigningKeys(): Promise<SigningKey[]> {
  return (await readOrLast('signing keys', () => listSigningKeys(getDatabase()))).value;
}
