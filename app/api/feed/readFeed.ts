import { listCandidacyDecisions } from '#db/queries/listCandidacyDecisions.ts';
import { listUnits } from '#db/queries/listUnits.ts';
import type { Language } from '#domain/languages.ts';
import { getDatabase } from '../../database.ts';
import { readPressState } from '../../editions.ts';
import { readOrLast } from '../../lastGood.ts';
import { listNews, pageOfNews } from './feedNews.ts';
import { loadFeedWords } from './feedWords.ts';
import { readCorrection } from './readCorrection.ts';
import { renderFeed } from './renderFeed.ts';

export const feedPath = '/api/v1/feed.atom';
const pageSize = 100;
/** Decisions older than so many are no longer told. */
const maxDecisions = 2_000;
const unitsMaxAgeMs = 10_000;

export interface FeedRequest {
  language: Language;
  before: string | undefined;
  origin: string;
}

/** A page of the feed and the address of the next. Throws InvalidInput, and NotFound without an election. */
export async function readFeed({
  language,
  before,
  origin,
}: FeedRequest): Promise<{ atom: string; nextPath: string | null }> {
  const db = getDatabase();
  const state = await readPressState();
  const decisions = await readOrLast('candidacy decisions', () => listCandidacyDecisions(db, maxDecisions));
  const units = await readOrLast('press units', () => listUnits(db), unitsMaxAgeMs);
  const corrected = state.editions.filter((edition) => edition.number > 1);
  const corrections = new Map(
    await Promise.all(corrected.map(async (edition) => [edition.number, await readCorrection(edition)] as const)),
  );
  const page = pageOfNews(listNews(state, decisions.value, corrections), before, pageSize);
  const address = (cursor: string | undefined | null) =>
    `${feedPath}?lang=${language}${cursor ? `&before=${cursor}` : ''}`;
  const nextPath = page.next === null ? null : address(page.next);
  const { election } = state;
  const telling = {
    language,
    words: await loadFeedWords(language, election.timeZone),
    electionNames: election.names,
    unitNames: new Map(units.value.map((unit) => [unit.code, unit.names])),
  };
  return { atom: renderFeed(page, election, telling, { origin, selfPath: address(before), nextPath }), nextPath };
}
