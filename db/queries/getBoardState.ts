import type { Board, Scope } from '#domain/board.ts';
import { type BoardState, composeBoard } from '#domain/composeBoard.ts';
import type { DatabaseClient } from '../client.ts';
import { getPublicStatus } from '../incidents/getPublicStatus.ts';
import { type Feed, getFeed } from './getFeed.ts';
import { getSchedule } from './getSchedule.ts';
import { listDistrictRows } from './listDistrictRows.ts';
import { listUnits } from './listUnits.ts';

/** Everything a board is made of, read at one moment. Throws NotFound before a package was loaded. */
export async function getBoardState(db: DatabaseClient['db']): Promise<BoardState & { feed: Feed }> {
  return db.transaction(
    async (tx) => {
      const feed = await getFeed(tx);
      const schedule = await getSchedule(tx);
      const units = await listUnits(tx);
      const rows = await listDistrictRows(tx);
      const status = await getPublicStatus(tx);
      const { electionId, isTest, version, asOf, checkedAt, clock, release } = feed;
      const districts = new Map(rows.map((row) => [row.code, row]));
      const state = { electionId, isTest, version, asOf, checkedAt, clock, schedule, release, status };
      return { ...state, units, districts, feed };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** The board of one scope. Throws NotFound. */
export async function getBoard(db: DatabaseClient['db'], scope: Scope): Promise<Board> {
  return composeBoard(await getBoardState(db), scope, Date.now());
}
