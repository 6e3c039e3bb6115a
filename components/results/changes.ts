import type { Names } from '#domain/languages.ts';
import type { ResultChange } from '#domain/results/edition.ts';
import type { EditionNote } from './content.ts';

/** What a correction changed in one contest, under its names. */
export interface ContestChanges {
  contestId: string;
  contestNames: Names | null;
  total: number;
  /** The first of them. */
  changes: readonly (Pick<ResultChange, 'field' | 'before' | 'after'> & {
    candidacyId: string | null;
    candidacyNames: Names | null;
    districts: readonly { code: string; names: Names }[] | null;
  })[];
}

export interface ChangesContent {
  /** Of the newest edition; 0 before the release. */
  edition: number;
  corrects: number | null;
  reason: Names | null;
  total: number;
  /** Of all that were changed; the first of them are in `contests`. */
  contestCount: number;
  contests: readonly ContestChanges[];
  /** The newest first. */
  editions: readonly EditionNote[];
}
