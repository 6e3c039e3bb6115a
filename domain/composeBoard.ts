import type { Board, BoardRow, Scope } from './board.ts';
import { scopeKey, sumRows } from './board.ts';
import type { ElectionClock } from './clock.ts';
import { electionNowMs } from './clock.ts';
import { NotFound } from './errors.ts';
import { staleSince } from './freshness.ts';
import type { Unit, UnitCode } from './geography.ts';
import type { PublicStatus } from './incidents/publicStatus.ts';
import type { Release } from './results/release.ts';
import type { Schedule } from './schedule.ts';
import { phaseAt } from './schedule.ts';

/** Everything a board is made of, at one version. */
export interface BoardState {
  electionId: string;
  isTest: boolean;
  version: number;
  asOf: string | null;
  checkedAt: string;
  clock: ElectionClock;
  schedule: Schedule;
  release: Release | null;
  status: PublicStatus;
  units: readonly Unit[];
  districts: ReadonlyMap<UnitCode, BoardRow>;
}

/** The unit of the scope first, then its parts; sums are made here and nowhere else. Throws NotFound. */
export function composeRows(state: Pick<BoardState, 'units' | 'districts'>, scope: Scope): BoardRow[] {
  const unit = state.units.find((candidate) => candidate.code === scope.code && candidate.level === scope.level);
  if (!unit) throw new NotFound(`no ${scopeKey(scope)}`);
  if (unit.level === 'district') return [districtRow(state, unit.code)];
  const parts = state.units
    .filter((part) => part.parentCode === unit.code)
    .map((part) => (part.level === 'district' ? districtRow(state, part.code) : sumRegion(state, part.code)));
  return [sumRows(unit.code, parts), ...parts];
}

function sumRegion(state: Pick<BoardState, 'units' | 'districts'>, code: UnitCode): BoardRow {
  const districts = state.units.filter((unit) => unit.parentCode === code);
  return sumRows(
    code,
    districts.map((district) => districtRow(state, district.code)),
  );
}

function districtRow(state: Pick<BoardState, 'districts'>, code: UnitCode): BoardRow {
  const row = state.districts.get(code);
  if (!row) throw new NotFound(`no district ${code}`);
  return row;
}

/** The board of one scope as it stands at the real moment `nowMs`. Throws NotFound. */
export function composeBoard(state: BoardState, scope: Scope, nowMs: number): Board {
  return {
    electionId: state.electionId,
    isTest: state.isTest,
    scope,
    version: state.version,
    asOf: state.asOf,
    checkedAt: state.checkedAt,
    staleSince: staleSince(state.checkedAt, nowMs),
    phase: phaseAt(state.schedule, electionNowMs(state.clock, nowMs), state.release),
    clock: state.clock,
    schedule: state.schedule,
    release: state.release,
    status: state.status,
    rows: composeRows(state, scope),
  };
}
