import type { NamedPlace, StatusContent } from '#components/incidents/content.ts';
import { getStatusFile } from '#db/incidents/getStatusFile.ts';
import { composeBoard } from '#domain/composeBoard.ts';
import type { Unit } from '#domain/geography.ts';
import type { Language } from '#domain/languages.ts';
import { getDatabase } from '../../database.ts';
import { readEnvironment } from '../../environment.ts';
import { readOrLast } from '../../lastGood.ts';
import { findScope, readState } from '../../readBoardPage.ts';

/** Everything that the status page shows; null while there is nothing to show at all. */
export async function readStatus(language: Language): Promise<StatusContent | null> {
  const readings = await readState();
  if (!readings) return null;
  const { election, state } = readings;
  const { value: file } = await readOrLast('status file', () => getStatusFile(getDatabase()));
  const nowMs = Date.now();
  const board = composeBoard(state.value, findScope(state.value.units, { level: 'country' }), nowMs);
  const environment = readEnvironment();
  return {
    election: election.value,
    board: state.isLast ? { ...board, staleSince: board.checkedAt } : board,
    file,
    places: listPlaces(state.value.units, language),
    renderedAtMs: nowMs,
    live: { url: environment.LIVE_PUBLIC_URL ?? null, port: environment.LIVE_PORT },
  };
}

/** Every region and district by its name, for an incident may come to be in any of them. */
export function listPlaces(units: readonly Unit[], language: Language): NamedPlace[] {
  return units.flatMap(({ code, parentCode, level, names }) => {
    if (level === 'country') return [];
    return [{ code, regionCode: level === 'region' ? code : (parentCode ?? code), level, name: names[language] }];
  });
}
