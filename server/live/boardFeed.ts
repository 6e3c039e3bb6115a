import type { DatabaseClient, Transaction } from '#db/client.ts';
import { getPublicStatus } from '#db/incidents/getPublicStatus.ts';
import { getBoardState } from '#db/queries/getBoardState.ts';
import { type Feed, getFeed } from '#db/queries/getFeed.ts';
import { listDistrictRows } from '#db/queries/listDistrictRows.ts';
import { type Board, type BoardUpdate, type Scope, scopeKey } from '#domain/board.ts';
import { type BoardState, composeBoard, composeRows } from '#domain/composeBoard.ts';
import type { UnitCode } from '#domain/geography.ts';
import type { PublicStatus } from '#domain/incidents/publicStatus.ts';
import type { Release } from '#domain/results/release.ts';

/** Its phase and its staleness are as of when it was made. */
const boardAgeMs = 1_000;

export interface ScopeUpdate {
  scope: Scope;
  update: BoardUpdate;
}

/** What a refresh found. */
export interface BoardNews {
  /** Everything may be different: each scope needs its whole board. */
  isReloaded: boolean;
  updates: ScopeUpdate[];
  /** An edition that was not there before. */
  release: Release | null;
  /** The open incidents, where anything public of incidents changed. */
  status: PublicStatus | null;
  /** The version that all were told of before. */
  previousVersion: number;
}

/** The board in memory, at the newest version read. */
export interface BoardFeed {
  state(): BoardState & { feed: Feed };
  /** Throws NotFound. */
  board(scope: Scope): Board;
  /** Reads what is new. */
  refresh(): Promise<BoardNews>;
}

/** Throws NotFound before a package was loaded. */
export async function openBoardFeed(db: DatabaseClient['db']): Promise<BoardFeed> {
  let state = await getBoardState(db);
  const lastChange = new Map<string, number>();
  const boards = new Map<string, { board: Board; madeAtMs: number }>();

  /** Thousands may ask for the same board at once, when a page opens or a server comes back. */
  const boardOf = (scope: Scope): Board => {
    const nowMs = Date.now();
    const known = boards.get(scopeKey(scope));
    if (known && nowMs - known.madeAtMs < boardAgeMs) return known.board;
    const board = composeBoard(state, scope, nowMs);
    boards.set(scopeKey(scope), { board, madeAtMs: nowMs });
    return board;
  };
  const refresh = async (): Promise<BoardNews> => {
    const before = state;
    const fresh = await db.transaction((tx) => readNews(tx, state), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
    if (fresh === 'reload') {
      state = await getBoardState(db);
      boards.clear();
      lastChange.clear();
      return { isReloaded: true, updates: [], ...findNews(before, state) };
    }
    boards.clear();
    const districts = new Map(state.districts);
    for (const row of fresh.rows) districts.set(row.code, row);
    const { asOf, checkedAt, clock, version, release } = fresh.feed;
    const { status } = fresh;
    state = { ...state, districts, asOf, checkedAt, clock, version, release, status, feed: fresh.feed };
    const codes = fresh.rows.map((row) => row.code);
    return { isReloaded: false, updates: listUpdates(state, codes, lastChange), ...findNews(before, state) };
  };
  return { state: () => state, board: boardOf, refresh };
}

async function readNews(tx: Transaction, state: BoardState & { feed: Feed }) {
  const feed = await getFeed(tx);
  const sameSchedule = feed.scheduleVersion === state.feed.scheduleVersion && feed.version >= state.version;
  const isTakenBack = (feed.release?.edition ?? 0) < (state.release?.edition ?? 0);
  if (feed.electionId !== state.electionId || !sameSchedule || !sameClock(feed, state) || isTakenBack) return 'reload';
  return {
    feed,
    rows: feed.version > state.version ? await listDistrictRows(tx, state.version) : [],
    status: feed.opsVersion === state.status.version ? state.status : await getPublicStatus(tx),
  };
}

type SharedNews = Pick<BoardNews, 'release' | 'status' | 'previousVersion'>;

function findNews(before: BoardState, now: BoardState): SharedNews {
  const isNew = (now.release?.edition ?? 0) > (before.release?.edition ?? 0);
  return {
    release: isNew ? now.release : null,
    status: now.status.version > before.status.version ? now.status : null,
    previousVersion: before.version,
  };
}

function sameClock(feed: Feed, state: BoardState): boolean {
  return JSON.stringify(feed.clock) === JSON.stringify(state.clock);
}

function listUpdates(state: BoardState, changed: readonly UnitCode[], lastChange: Map<string, number>): ScopeUpdate[] {
  const changedCodes = new Set(changed);
  for (const unit of state.units) if (changedCodes.has(unit.code) && unit.parentCode) changedCodes.add(unit.parentCode);
  for (const unit of state.units) {
    if (unit.level === 'region' && changedCodes.has(unit.code) && unit.parentCode) changedCodes.add(unit.parentCode);
  }
  return state.units
    .filter((unit) => changedCodes.has(unit.code))
    .map((unit) => {
      const scope = { level: unit.level, code: unit.code };
      const key = scopeKey(scope);
      const update = {
        version: state.version,
        previousVersion: lastChange.get(key) ?? 0,
        asOf: state.asOf,
        checkedAt: state.checkedAt,
        rows: composeRows(state, scope).filter((row) => changedCodes.has(row.code)),
      };
      lastChange.set(key, state.version);
      return { scope, update };
    });
}
