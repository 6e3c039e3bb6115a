import { getPressState, type PressState } from '#db/queries/getPressState.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { getDatabase } from './database.ts';
import { readOrLast } from './lastGood.ts';

/** A release is seen by readers no later than this (ms). */
const maxAgeMs = 200;

/** What is public of the results by now, or what was when the database was last there. Throws NotFound without an election. */
export async function readPressState(): Promise<PressState> {
  return (await readOrLast('press state', () => getPressState(getDatabase()), maxAgeMs)).value;
}

/** The edition that took the place of this one. */
export function findSuccessor(editions: readonly PublicEdition[], number: number): PublicEdition | undefined {
  return editions.find((edition) => edition.number > number);
}
