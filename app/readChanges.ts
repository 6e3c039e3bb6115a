import type { ChangesContent, ContestChanges } from '#components/results/changes.ts';
import type { ResultChange } from '#domain/results/edition.ts';
import { ChangesFile, ContestFile } from '#domain/results/resultFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { readEditionJson } from './readEditionJson.ts';
import { listEditionNotes } from './readResultsPage.ts';

/** A correction of everything is a file; the page shows as much as can be read. */
const shownContests = 40;
const shownChanges = 60;

/** What the newest edition corrected, contest by contest under their names. */
export async function readChanges(): Promise<ChangesContent> {
  const editions = await listEditionNotes();
  const file = await readEditionJson(ChangesFile, resultPaths.changes);
  const byContest = new Map<string, ResultChange[]>();
  for (const change of file?.changes ?? []) {
    const changes = byContest.get(change.contestId);
    if (changes) changes.push(change);
    else byContest.set(change.contestId, [change]);
  }
  return {
    edition: file?.edition ?? 0,
    corrects: file?.corrects ?? null,
    reason: file?.reason ?? null,
    total: file?.changes.length ?? 0,
    contestCount: byContest.size,
    contests: await Promise.all(
      [...byContest].slice(0, shownContests).map(([contestId, changes]) => nameChanges(contestId, changes)),
    ),
    editions,
  };
}

async function nameChanges(contestId: string, changes: readonly ResultChange[]): Promise<ContestChanges> {
  // A contest that a correction took out has no file any more.
  const file = await readEditionJson(ContestFile, resultPaths.contest(contestId)).catch(() => null);
  const candidacies = new Map(file?.contest.candidacies.map(({ id, names }) => [id, names]));
  const units = new Map(file?.units.map(({ code, names }) => [code, names]));
  return {
    contestId,
    contestNames: file?.contest.names ?? null,
    total: changes.length,
    changes: changes.slice(0, shownChanges).map(({ field, before, after, candidacyId, districtCodes }) => ({
      field,
      before,
      after,
      candidacyId,
      candidacyNames: candidacyId === null ? null : (candidacies.get(candidacyId) ?? null),
      districts:
        districtCodes?.map((code) => ({ code, names: units.get(code) ?? { kk: code, ru: code, en: code } })) ?? null,
    })),
  };
}
