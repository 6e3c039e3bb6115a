import type { PressState } from '#db/queries/getPressState.ts';
import type { DecisionNews } from '#db/queries/listCandidacyDecisions.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { InvalidInput } from '#domain/errors.ts';
import type { PublicationChange } from '#domain/schedule.ts';
import type { Correction } from './readCorrection.ts';

/** Something that the feed tells. `id` is unique within the election and never changes. */
export type News = { id: string; at: string } & (
  | { kind: 'publication'; change: PublicationChange; before: PublicationChange | null }
  | { kind: 'decision'; decision: DecisionNews }
  | { kind: 'edition'; edition: PublicEdition; correction: Correction | null }
  | { kind: 'retraction'; edition: PublicEdition; retraction: Correction['retractions'][number] }
);

/** Everything there is to tell, the newest first. */
export function listNews(
  { publications, editions }: PressState,
  decisions: readonly DecisionNews[],
  corrections: ReadonlyMap<number, Correction>,
): News[] {
  const news: News[] = publications.map((change, index) => ({
    kind: 'publication',
    id: `publication/${change.announcedAt}`,
    at: change.announcedAt,
    change,
    before: publications[index - 1] ?? null,
  }));
  for (const decision of decisions) {
    const { announcedAt, candidacyId } = decision;
    news.push({ kind: 'decision', id: `candidacy/${candidacyId}/${announcedAt}`, at: announcedAt, decision });
  }
  for (const edition of editions) {
    if (edition.number > 0) news.push(...editionNews(edition, corrections.get(edition.number) ?? null));
  }
  return news.sort((a, b) => compare(position(b), position(a)));
}

function editionNews(edition: PublicEdition, correction: Correction | null): News[] {
  const at = edition.releasedAt ?? edition.sealedAt;
  const id = `edition/${edition.number}`;
  const retractions = (correction?.retractions ?? []).map(
    (retraction): News => ({
      kind: 'retraction',
      id: `${id}/retraction/${retraction.contestId}`,
      at,
      edition,
      retraction,
    }),
  );
  return [{ kind: 'edition', id, at, edition, correction }, ...retractions];
}

export interface NewsPage {
  news: News[];
  /** `before` of the next page; null on the last. */
  next: string | null;
}

/** The newest `size`, or those before the cursor. Throws InvalidInput where it is none of ours. */
export function pageOfNews(news: readonly News[], before: string | undefined, size: number): NewsPage {
  const cursor = before === undefined ? null : Buffer.from(before, 'base64url').toString();
  if (cursor !== null && !/^\d{13} ./.test(cursor))
    throw new InvalidInput('before: take it from the next link of the page before');
  const rest = cursor === null ? news : news.filter((item) => compare(position(item), cursor) < 0);
  const shown = rest.slice(0, size);
  const last = rest.length > size ? shown.at(-1) : undefined;
  return { news: shown, next: last ? Buffer.from(position(last)).toString('base64url') : null };
}

/** Sorts as text by time, then by id. */
function position({ at, id }: News): string {
  return `${String(Date.parse(at)).padStart(13, '0')} ${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
