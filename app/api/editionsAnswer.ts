import type { PressState } from '#db/queries/getPressState.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { findSuccessor } from '../editions.ts';
import type { EditionEntry, EditionsAnswer, PublicationEntry } from './schemas.ts';

export const editionsPath = '/api/v1/editions.json';

/** Editions that changed after the version `since`: released, or followed by another. The zero feed while it is in force. */
export function editionsAnswer(state: PressState, since: number): EditionsAnswer {
  const { election, version, editions } = state;
  const changed = editions.filter((edition) => changedAt(editions, edition) > since);
  return {
    electionId: election.id,
    isTest: election.isTest,
    electionNames: election.names,
    version,
    publication: publicationEntry(state),
    editions: changed.map((edition) => editionEntry(editions, edition)),
    next: `${editionsPath}?since=${version}`,
  };
}

function changedAt(editions: readonly PublicEdition[], { number, version }: PublicEdition): number {
  // The zero feed has no version of its own, and is made anew when a candidacy changes.
  return findSuccessor(editions, number)?.version ?? version ?? Number.POSITIVE_INFINITY;
}

function editionEntry(editions: readonly PublicEdition[], edition: PublicEdition): EditionEntry {
  const { number, version, sealedAt, releasedAt, manifestHash, reason, approvedBy } = edition;
  const base = `/api/v1/editions/${number}`;
  return {
    edition: number,
    status: number === 0 ? 'pre-election' : 'complete',
    version,
    sealedAt,
    releasedAt,
    manifestHash,
    reason,
    approvedBy,
    corrects: number > 1 ? number - 1 : null,
    supersededBy: findSuccessor(editions, number)?.number ?? null,
    urls: {
      summary: `${base}/${resultPaths.summary}`,
      contests: `${base}/${resultPaths.contests}`,
      changes: `${base}/${resultPaths.changes}`,
      bundle: `${base}/bundle.zip`,
      manifest: `${base}/manifest.sha256`,
      signature: `${base}/manifest.sig`,
    },
  };
}

function publicationEntry({ publications, editions }: PressState): PublicationEntry | null {
  const planned = publications.at(0);
  const inForce = publications.at(-1);
  if (!planned || !inForce) return null;
  return {
    publishAt: inForce.publishAt,
    plannedAt: planned.publishAt,
    moves: publications.slice(1),
    released: editions.some((edition) => edition.number > 0),
  };
}
