import type { Election } from '#domain/election.ts';
import type { PublicationChange } from '#domain/schedule.ts';
import type { DatabaseClient } from '../client.ts';
import { getElection } from './getElection.ts';
import { getFeed } from './getFeed.ts';
import { getSchedule } from './getSchedule.ts';
import { listEditions, type PublicEdition } from './listEditions.ts';

/** What is public of the results, and when they are. */
export interface PressState {
  election: Election;
  /** The board's version at which an edition or the schedule last changed; turnout alone does not move it. */
  version: number;
  publications: PublicationChange[];
  editions: PublicEdition[];
}

/** Read at one moment. Throws NotFound before a package was loaded. */
export async function getPressState(db: DatabaseClient['db']): Promise<PressState> {
  return db.transaction(
    async (tx) => {
      const election = await getElection(tx);
      const feed = await getFeed(tx);
      const { publications } = await getSchedule(tx);
      const editions = await listEditions(tx);
      const version = Math.max(feed.scheduleVersion, ...editions.map((edition) => edition.version ?? 0));
      return { election, version, publications, editions };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
