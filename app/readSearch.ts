import { z } from 'zod';
import { longestQuery } from '#components/results/SearchForm.tsx';
import type { SearchContent } from '#components/results/SearchResults.tsx';
import { type CandidacyPage, searchCandidacies } from '#db/queries/searchCandidacies.ts';
import { getDatabase } from './database.ts';

const pageSize = 50;

const Parameters = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, longestQuery)),
  after: z.string().max(400).optional().catch(undefined),
});

/** A page of candidacies found by the address of a search. */
export async function readSearch(parameters: Record<string, string | string[] | undefined>): Promise<SearchContent> {
  const { q, after } = Parameters.parse(parameters);
  return { query: q, isFirst: after === undefined, found: q === '' ? null : await find(q, after) };
}

/** Null while the search does not answer, and where `after` is none of ours. */
async function find(q: string, after: string | undefined): Promise<CandidacyPage | null> {
  try {
    return await searchCandidacies(getDatabase(), { q, after, limit: pageSize });
  } catch {
    return null;
  }
}
