import type { EditionNote, ResultsContent } from '#components/results/content.ts';
import type { Scope } from '#domain/board.ts';
import { composeBoard } from '#domain/composeBoard.ts';
import { NotFound } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { ResultId } from '#domain/results/candidacy.ts';
import { ContestFile, DistrictFile, RegionFile, SummaryFile } from '#domain/results/resultFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { readSigningKeys } from './api/readSigningKeys.ts';
import { readPressState } from './editions.ts';
import { readEnvironment } from './environment.ts';
import { findScope, readState } from './readBoardPage.ts';
import { readEditionJson } from './readEditionJson.ts';

/** What the addresses of the results name. */
export type ResultsPlace =
  | { kind: 'summary' }
  | { kind: 'region'; code: string }
  | { kind: 'district'; code: string }
  | { kind: 'contest'; id: string };

/** What a page of the results draws, and what it is called. `file` is null while no edition is public, not even the zero feed. */
export type ResultsPageContent =
  | { kind: 'summary'; names: null; content: ResultsContent<SummaryFile> }
  | { kind: 'region'; names: Names; content: ResultsContent<RegionFile> }
  | { kind: 'district'; names: Names; content: ResultsContent<DistrictFile> }
  | { kind: 'contest'; names: Names; content: ResultsContent<ContestFile> }
  | { kind: 'none'; names: Names | null; content: ResultsContent<null> };

/** Everything a page of the results shows; null while there is nothing to show at all. Throws NotFound. */
export async function readResultsPage(place: ResultsPlace): Promise<ResultsPageContent | null> {
  const readings = await readState();
  if (!readings) return null;
  const { units } = readings.state.value;
  switch (place.kind) {
    case 'summary': {
      const scope = findScope(units, { level: 'country' });
      const file = await readEditionJson(SummaryFile, resultPaths.summary);
      const content = await compose(readings, scope, resultPaths.summary);
      return file ? { kind: 'summary', names: null, content: { ...content, file } } : none(content, null);
    }
    case 'region':
    case 'district': {
      const { kind, code } = place;
      const scope = findScope(units, { level: kind, code });
      const names = units.find((unit) => unit.code === scope.code)?.names ?? null;
      const path = resultPaths[kind](scope.code);
      const content = await compose(readings, scope, path);
      if (kind === 'region') {
        const file = await readEditionJson(RegionFile, path);
        return file ? { kind, names: file.region.names, content: { ...content, file } } : none(content, names);
      }
      const file = await readEditionJson(DistrictFile, path);
      return file ? { kind, names: file.district.names, content: { ...content, file } } : none(content, names);
    }
    case 'contest': {
      const id = ResultId.safeParse(place.id);
      if (!id.success) throw new NotFound(`no contest ${place.id}`);
      const path = resultPaths.contest(id.data);
      const file = await readEditionJson(ContestFile, path);
      if (!file) return none(await compose(readings, findScope(units, { level: 'country' }), path), null);
      const unit = file.units.find(({ code }) => code === file.contest.unitCode);
      const scope = { level: unit?.level ?? 'country', code: file.contest.unitCode };
      const content = await compose(readings, scope, path);
      return { kind: 'contest', names: file.contest.names, content: { ...content, file } };
    }
  }
}

const none = (content: Omit<ResultsContent<null>, 'file'>, names: Names | null): ResultsPageContent => ({
  kind: 'none',
  names,
  content: { ...content, file: null },
});

type Readings = NonNullable<Awaited<ReturnType<typeof readState>>>;

async function compose(
  { election, state }: Readings,
  scope: Scope,
  path: string,
): Promise<Omit<ResultsContent<null>, 'file'>> {
  const nowMs = Date.now();
  const board = composeBoard(state.value, scope, nowMs);
  const { LIVE_PUBLIC_URL, LIVE_PORT } = readEnvironment();
  return {
    path,
    board: state.isLast ? { ...board, staleSince: board.checkedAt } : board,
    connection: 'connecting',
    pollMs: 0,
    election: election.value,
    editions: await listEditionNotes(),
    keyIds: (await orEmpty(readSigningKeys())).map(({ id }) => id),
    renderedAtMs: nowMs,
    live: { url: LIVE_PUBLIC_URL ?? null, port: LIVE_PORT },
  };
}

/** Released editions, the newest first. */
export async function listEditionNotes(): Promise<EditionNote[]> {
  const editions = await orEmpty(readPressState().then((state) => state.editions));
  return editions
    .flatMap(({ number, releasedAt, reason, approvedBy }) =>
      number > 0 && releasedAt !== null ? [{ edition: number, releasedAt, reason, approvedBy }] : [],
    )
    .reverse();
}

/** What a page can do without while the database is away. */
async function orEmpty<T>(reading: Promise<T[]>): Promise<T[]> {
  return reading.catch(() => []);
}

/** What a page around the results needs, without any file of theirs; null while there is nothing to show at all. */
export async function readTextPage(): Promise<ResultsContent<null> | null> {
  const readings = await readState();
  if (!readings) return null;
  const scope = findScope(readings.state.value.units, { level: 'country' });
  return { ...(await compose(readings, scope, resultPaths.changes)), file: null };
}
