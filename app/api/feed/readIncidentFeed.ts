import { getStatusFile } from '#db/incidents/getStatusFile.ts';
import { getElection } from '#db/queries/getElection.ts';
import { listUnits } from '#db/queries/listUnits.ts';
import type { Language } from '#domain/languages.ts';
import { getDatabase } from '../../database.ts';
import { readOrLast } from '../../lastGood.ts';
import { loadFeedWords } from './feedWords.ts';
import { renderIncidentFeed } from './renderIncidentFeed.ts';

/** A change is seen no later than this (ms). */
const maxAgeMs = 200;
const unitsMaxAgeMs = 10_000;

/** The public incidents as Atom. Throws NotFound without an election. */
export async function readIncidentFeed(language: Language, origin: string): Promise<string> {
  const db = getDatabase();
  const [{ value: election }, { value: file }, { value: units }] = await Promise.all([
    readOrLast('election', () => getElection(db)),
    readOrLast('status file', () => getStatusFile(db), maxAgeMs),
    readOrLast('press units', () => listUnits(db), unitsMaxAgeMs),
  ]);
  return renderIncidentFeed(file.incidents, election, {
    language,
    origin,
    words: await loadFeedWords(language, election.timeZone),
    unitNames: new Map(units.map((unit) => [unit.code, unit.names])),
  });
}
