import type { Board, BoardRow } from './board.ts';
import type { Unit } from './geography.ts';
import type { Names } from './languages.ts';
import { type WindowInForce, windowsInForce } from './phase.ts';

export type NamedRow = BoardRow & { names: Names };

/** A board as a file: the figures of the whole and of each part stand under their names. */
export interface Snapshot extends Omit<Board, 'rows'> {
  /** The window of each channel now in force. */
  windows: WindowInForce[];
  country?: NamedRow;
  regions?: NamedRow[];
  region?: NamedRow;
  districts?: NamedRow[];
  district?: NamedRow;
}

const partsOf = { country: 'regions', region: 'districts', district: null } as const;

export function toSnapshot(board: Board, units: readonly Unit[]): Snapshot {
  const names = new Map(units.map((unit) => [unit.code, unit.names]));
  const { rows, ...rest } = board;
  const [whole, ...parts] = rows.map((row) => ({
    ...row,
    names: names.get(row.code) ?? { kk: row.code, ru: row.code, en: row.code },
  }));
  const partsKey = partsOf[board.scope.level];
  return {
    ...rest,
    windows: windowsInForce(board.schedule),
    ...(whole ? { [board.scope.level]: whole } : {}),
    ...(partsKey ? { [partsKey]: parts } : {}),
  };
}

/** The board in a file that `toSnapshot` made. */
export function fromSnapshot(snapshot: Snapshot): Board {
  const { windows: _windows, country, regions, region, districts, district, ...rest } = snapshot;
  const whole = country ?? region ?? district;
  return { ...rest, rows: [...(whole ? [whole] : []), ...(regions ?? districts ?? [])] };
}
