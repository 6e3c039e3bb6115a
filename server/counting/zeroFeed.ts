import type { DatabaseClient } from '#db/client.ts';
import { addSigningKey } from '#db/counting/addSigningKey.ts';
import { getCountBasis } from '#db/counting/getCountBasis.ts';
import { putZeroFeed } from '#db/counting/putZeroFeed.ts';
import { composeEdition } from '#domain/results/composeEdition.ts';
import { renderEdition } from '../press/renderEdition.ts';
import { sealBundle } from '../press/sealBundle.ts';
import type { SigningKey } from '../press/signingKey.ts';
import { editionInput } from './editionInput.ts';

/** Makes the zero feed as the election stands and puts it out. Throws Conflict once results are public. */
export async function publishZeroFeed(board: DatabaseClient, signingKey: SigningKey): Promise<void> {
  const basis = await getCountBasis(board.db);
  const { id: electionId, isTest } = basis.election;
  const edition = composeEdition({
    ...editionInput(basis, {
      electionId,
      isTest,
      edition: 0,
      status: 'pre-election',
      corrects: null,
      reason: null,
      sealedAt: basis.now,
    }),
    lots: [],
    retractions: new Map(),
    previous: null,
    protocols: null,
    source: 'tally',
  });
  const { privateKeyPem } = signingKey;
  const bundle = await sealBundle(renderEdition(edition), {
    privateKeyPem,
    electionId,
    edition: 0,
    sealedAt: basis.now,
  });
  await addSigningKey(board.db, signingKey);
  await putZeroFeed(board.db, { sealedAt: basis.now, ...bundle });
}
