import type { z } from 'zod';
import { listCandidacyNames } from '#db/queries/listCandidacyDecisions.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { NotFound } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import type { ResultChange } from '#domain/results/edition.ts';
import { ChangesFile, ContestsFile } from '#domain/results/resultFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { getDatabase } from '../../database.ts';
import { getEditionFile, readEditionBytes } from '../../editionFiles.ts';

/** A feed tells so many changes of a correction; the others are in its file. */
const maxListed = 20;
const maxKept = 32;

export interface ListedChange extends ResultChange {
  contestNames: Names;
  candidacyNames: Names | null;
}

export interface Correction {
  total: number;
  /** What changed in whole contests first, then in districts. */
  listed: ListedChange[];
  retractions: { contestId: string; contestNames: Names; reason: Names | null }[];
}

const kept = new Map<string, Promise<Correction>>();

/** What an edition changed against the one that it corrects; read once. */
export function readCorrection(edition: PublicEdition): Promise<Correction> {
  const known = kept.get(edition.manifestHash);
  if (known) return known;
  const reading = compose(edition);
  kept.set(edition.manifestHash, reading);
  reading.catch(() => kept.delete(edition.manifestHash));
  const oldest = kept.size > maxKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return reading;
}

async function compose(edition: PublicEdition): Promise<Correction> {
  const changes = (await readJson(edition, resultPaths.changes, ChangesFile))?.changes ?? [];
  const contests = new Map(
    (await readJson(edition, resultPaths.contests, ContestsFile))?.contests.map((contest) => [contest.id, contest]),
  );
  const isDistrict = (change: ResultChange) => (change.districtCodes === null ? 0 : 1);
  const listed = [...changes].sort((a, b) => isDistrict(a) - isDistrict(b)).slice(0, maxListed);
  const ids = listed.flatMap(({ candidacyId }) => candidacyId ?? []);
  const candidacies = await listCandidacyNames(getDatabase(), ids);
  const named = (id: string): Names => contests.get(id)?.names ?? { kk: id, ru: id, en: id };
  return {
    total: changes.length,
    listed: listed.map((change) => ({
      ...change,
      contestNames: named(change.contestId),
      candidacyNames: change.candidacyId === null ? null : (candidacies.get(change.candidacyId) ?? null),
    })),
    retractions: changes.flatMap(({ contestId, field, after }) => {
      const withheld = contests.get(contestId)?.withheld;
      if (field !== 'state' || after !== 'withheld' || withheld?.rule !== 'retracted') return [];
      return [{ contestId, contestNames: named(contestId), reason: withheld.reason }];
    }),
  };
}

async function readJson<Shape extends z.ZodType>(
  edition: PublicEdition,
  path: string,
  shape: Shape,
): Promise<z.output<Shape> | null> {
  try {
    const { identity } = await readEditionBytes(edition, await getEditionFile(edition, path));
    return shape.parse(JSON.parse(Buffer.from(identity).toString()));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
