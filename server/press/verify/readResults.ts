import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import type { ContestResult, EditionHead } from '#domain/results/edition.ts';
import { ContestFile, ContestsFile, SummaryFile } from '#domain/results/resultFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import type { BundleFiles } from './readBundle.ts';

const Figure = z
  .string()
  .regex(/^\d*$/, 'an integer, or nothing')
  .transform((text) => (text === '' ? null : Number(text)));
const Head = { election_id: z.string(), is_test: z.enum(['true', 'false']), edition: z.string() };
const VoteRow = z.object({
  ...Head,
  contest_id: z.string(),
  area: z.string(),
  candidacy_id: z.string(),
  votes: Figure,
});
const CandidacyRow = z.object({ ...Head, contest_id: z.string(), candidacy_id: z.string(), votes: Figure });

export type VoteRow = z.infer<typeof VoteRow>;
export type CandidacyRow = z.infer<typeof CandidacyRow>;

export interface BundleResults {
  head: EditionHead;
  contests: { path: string; head: EditionHead; contest: ContestResult }[];
  votes: VoteRow[];
  candidacies: CandidacyRow[];
}

/** What the arithmetic is checked on. Throws InvalidInput where a file is missing or has another shape. */
export function readResults(files: BundleFiles): BundleResults {
  const { contests } = readJson(files, resultPaths.contests, ContestsFile);
  return {
    head: readJson(files, resultPaths.summary, SummaryFile),
    contests: contests.map(({ id }) => {
      const path = resultPaths.contest(id);
      const file = readJson(files, path, ContestFile);
      return { path, head: file, contest: file.contest };
    }),
    votes: readRows(files, 'votes.csv', VoteRow),
    candidacies: readRows(files, 'candidacies.csv', CandidacyRow),
  };
}

function readJson<T>(files: BundleFiles, path: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(textOf(files, path));
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${path}: not JSON`);
  }
  return parsed(schema.safeParse(value), path);
}

function readRows<T>(files: BundleFiles, path: string, schema: z.ZodType<T>): T[] {
  let records: unknown[];
  try {
    records = parse(textOf(files, path), { columns: true });
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${path}: not a table (${error instanceof Error ? error.message : error})`);
  }
  return records.map((record, index) => parsed(schema.safeParse(record), `${path}, row ${index + 1}`));
}

function textOf(files: BundleFiles, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new InvalidInput(`${path} is missing`);
  return bytes.toString('utf8');
}

function parsed<T>(result: z.ZodSafeParseResult<T>, place: string): T {
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InvalidInput(`${place}: ${issue?.path.join('.')} is not what an edition has there (${issue?.message})`);
}
