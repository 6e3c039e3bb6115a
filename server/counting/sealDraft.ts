import type { DatabaseClient } from '#db/client.ts';
import { addSigningKey } from '#db/counting/addSigningKey.ts';
import { type EditionSource, sealEdition } from '#db/counting/sealEdition.ts';
import type { Edition } from '#domain/results/edition.ts';
import { renderEdition } from '../press/renderEdition.ts';
import { sealBundle } from '../press/sealBundle.ts';
import type { SigningKey } from '../press/signingKey.ts';

/** A sealed draft as it may be told: how much there is of everything, and no figure of anybody. */
export interface SealedDraft {
  editionId: number;
  number: number;
  manifestHash: string;
  contests: number;
  withheld: number;
  tied: number;
  files: number;
}

export interface DraftToSeal {
  edition: Edition;
  source: EditionSource;
  by: string;
  signingKey: SigningKey;
  lastAct: number;
}

/** Writes all files of an edition, signs them and seals them. Throws Conflict where its number was released meanwhile. */
export async function sealDraft(board: DatabaseClient, draft: DraftToSeal): Promise<SealedDraft> {
  const { edition, source, by, signingKey, lastAct } = draft;
  const { electionId, edition: number, reason, sealedAt } = edition.head;
  const { privateKeyPem } = signingKey;
  const { manifestHash, files } = await sealBundle(renderEdition(edition), {
    privateKeyPem,
    electionId,
    edition: number,
    sealedAt,
  });
  await addSigningKey(board.db, signingKey);
  const editionId = await sealEdition(board.db, {
    number,
    source,
    reason,
    sealedBy: by,
    sealedAt,
    manifestHash,
    lastAct,
    files,
    candidacies: edition.contests.flatMap(({ candidacies }) => candidacies),
  });
  return {
    editionId,
    number,
    manifestHash,
    contests: edition.contests.length,
    withheld: edition.contests.filter(({ state }) => state === 'withheld').length,
    tied: edition.contests.filter(({ tie }) => tie !== null && tie.lot === null).length,
    files: files.length,
  };
}
