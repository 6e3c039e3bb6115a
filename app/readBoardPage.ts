import type { BoardPageContent, PageUnit } from '#components/turnout/content.ts';
import { listIncidentMarks } from '#db/incidents/listIncidentMarks.ts';
import { getBoardState } from '#db/queries/getBoardState.ts';
import { getElection } from '#db/queries/getElection.ts';
import { getSeries } from '#db/queries/getSeries.ts';
import { listCorrections } from '#db/queries/listCorrections.ts';
import { type Scope, scopeKey } from '#domain/board.ts';
import { composeBoard } from '#domain/composeBoard.ts';
import type { Election } from '#domain/election.ts';
import { NotFound } from '#domain/errors.ts';
import { type Unit, UnitCode } from '#domain/geography.ts';
import { withOpened } from '#domain/incidents/followMarks.ts';
import { marksOfUnit } from '#domain/incidents/marksOfUnit.ts';
import { getDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { readOrLast } from './lastGood.ts';

const shownCorrections = 20;

/** What the addresses name: the country, or a unit of a level by its code. */
export type Place = { level: 'country' } | { level: 'region' | 'district'; code: string };

/** Everything a page of the board shows; null while there is nothing to show at all. Throws NotFound. */
export async function readBoardPage(place: Place): Promise<BoardPageContent | null> {
  const readings = await readState();
  if (!readings) return null;
  const { election, state } = readings;
  const scope = findScope(state.value.units, place);
  const [series, corrections, marks] = await Promise.all([
    readOrNull(`series ${scopeKey(scope)}`, () => getSeries(getDatabase(), scope.code)),
    readOrNull(`corrections ${scopeKey(scope)}`, () => listCorrections(getDatabase(), scope.code, shownCorrections)),
    readOrNull('incident marks', () => listIncidentMarks(getDatabase())),
  ]);
  const nowMs = Date.now();
  const board = composeBoard(state.value, scope, nowMs);
  const environment = readEnvironment();
  return {
    election: election.value,
    board: state.isLast ? { ...board, staleSince: board.checkedAt } : board,
    series: series ?? { version: board.version, asOf: board.asOf, stepMinutes: 10, points: [], sparks: [] },
    corrections: corrections ?? { total: 0, corrections: [] },
    incidents: {
      version: marks?.version ?? 0,
      incidents: marksOfUnit(marks?.incidents ?? withOpened([], board.status), state.value.units, scope.code),
    },
    units: listShownUnits(state.value.units, scope.code, corrections?.corrections.map((c) => c.districtCode) ?? []),
    renderedAtMs: nowMs,
    live: { url: environment.LIVE_PUBLIC_URL ?? null, port: environment.LIVE_PORT },
  };
}

/** The election for pages without figures; null while the database was never reached. */
export async function findElection(): Promise<Election | null> {
  try {
    return (await readElection()).value;
  } catch (error) {
    logUnreachable(error);
    return null;
  }
}

function readElection() {
  return readOrLast('election', () => getElection(getDatabase()));
}

/** The election and its board, newly read or as last known; null while the database was never reached. */
export async function readState() {
  try {
    const [election, state] = await Promise.all([
      readElection(),
      readOrLast('state', () => getBoardState(getDatabase())),
    ]);
    return { election, state };
  } catch (error) {
    // Nothing was read yet, or no package is loaded.
    logUnreachable(error);
    return null;
  }
}

/** What a page can do without: the figures stand even where their history cannot be read. */
async function readOrNull<T>(key: string, read: () => Promise<T>): Promise<T | null> {
  try {
    return (await readOrLast(key, read)).value;
  } catch (error) {
    logUnreachable(error);
    return null;
  }
}

let loggedAtMs = 0;

function logUnreachable(error: unknown): void {
  if (Date.now() - loggedAtMs < 10_000) return;
  loggedAtMs = Date.now();
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  process.stderr.write(`web: the board cannot be read: ${error instanceof Error ? error.message : error} ${cause}\n`);
}

/** Throws NotFound. */
export function findScope(units: readonly Unit[], place: Place): Scope {
  if (place.level === 'country') {
    const country = units.find((unit) => unit.level === 'country');
    if (!country) throw new NotFound('no country is loaded');
    return { level: 'country', code: country.code };
  }
  const code = UnitCode.safeParse(place.code);
  const unit = code.success ? units.find((candidate) => candidate.code === code.data) : undefined;
  if (!unit || unit.level !== place.level) throw new NotFound(`no ${place.level} ${place.code}`);
  return { level: place.level, code: unit.code };
}

/** The unit, those above it, its parts, and the districts that corrections name. */
function listShownUnits(units: readonly Unit[], code: string, corrected: readonly string[]): PageUnit[] {
  const above = new Set<string>();
  for (let unit = units.find((u) => u.code === code); unit; unit = units.find((u) => u.code === unit?.parentCode))
    above.add(unit.code);
  return units
    .filter((unit) => above.has(unit.code) || unit.parentCode === code || corrected.includes(unit.code))
    .map(({ code: unitCode, parentCode, level, names, tile }) => ({ code: unitCode, parentCode, level, names, tile }));
}
