import type { Election } from '#domain/election.ts';
import type { Contest } from '#domain/electionPackage.ts';
import type { Unit, UnitCode } from '#domain/geography.ts';
import type { Names } from '#domain/languages.ts';
import type { Candidacy } from '#domain/results/candidacy.ts';
import type { ContestResult, TurnoutBeside } from '#domain/results/edition.ts';
import type { Lot } from '#domain/results/protocol.ts';
import type { Schedule } from '#domain/schedule.ts';
import { type Database, type DatabaseClient, sql, toInstant } from '../client.ts';
import { getElection } from '../queries/getElection.ts';
import { getSchedule } from '../queries/getSchedule.ts';
import { listCandidacies } from '../queries/listCandidacies.ts';
import { listContests } from '../queries/listContests.ts';
import { listUnits } from '../queries/listUnits.ts';
import { getLastAct } from './contestActs.ts';
import { getContestsOf, getLastEdition } from './getPreviousContests.ts';
import { listLots } from './recordLot.ts';
import { listRetractions } from './recordRetraction.ts';

/** Everything but the votes that an edition is made of. */
export interface CountBasis {
  election: Election;
  schedule: Schedule;
  units: Unit[];
  contests: Contest[];
  candidacies: Candidacy[];
  /** By district, from the ledger. */
  turnout: Map<UnitCode, TurnoutBeside>;
  lots: Lot[];
  retractions: Map<string, Names>;
  lastAct: number;
  /** Number of the newest released edition, 0 before the first, and its contests. */
  lastEdition: number;
  previous: ContestResult[] | null;
  /** Election time. */
  now: string;
}

/** Reads it at one moment. Throws NotFound before a package was loaded. */
export async function getCountBasis(db: DatabaseClient['db']): Promise<CountBasis> {
  return db.transaction(
    async (tx) => {
      const lastEdition = await getLastEdition(tx);
      return {
        election: await getElection(tx),
        schedule: await getSchedule(tx),
        units: await listUnits(tx),
        contests: await listContests(tx),
        candidacies: await listCandidacies(tx),
        turnout: await readTurnout(tx),
        lots: await listLots(tx),
        retractions: await listRetractions(tx),
        lastAct: await getLastAct(tx),
        lastEdition,
        previous: await getContestsOf(tx, lastEdition),
        now: await readNow(tx),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function readTurnout(db: Database): Promise<Map<UnitCode, TurnoutBeside>> {
  const rows = await db.execute<{ code: string; eligible: number; special_list: number; voted: string }>(sql`
    select u.code, u.eligible, u.special_list, coalesce(sum(t.voted), 0) as voted
    from board.unit u left join board.turnout t on t.district_code = u.code
    where u.level = 'district' group by u.code`);
  return new Map(
    rows.map(({ code, eligible, special_list, voted }) => [
      code,
      { eligible, specialList: special_list, voted: Number(voted) },
    ]),
  );
}

async function readNow(db: Database): Promise<string> {
  const [row] = await db.execute<{ now: string }>(sql`select board.election_now() as now`);
  return toInstant(row?.now ?? '');
}
