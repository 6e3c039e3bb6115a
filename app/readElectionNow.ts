import { getFeed } from '#db/queries/getFeed.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { NotFound } from '#domain/errors.ts';
import { getDatabase } from './database.ts';

/** The moment of the election, epoch ms; real time while none is loaded. */
export async function readElectionNowMs(): Promise<number> {
  const feed = await getFeed(getDatabase()).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return feed ? electionNowMs(feed.clock, Date.now()) : Date.now();
}
