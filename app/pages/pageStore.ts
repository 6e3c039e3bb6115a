import type { Encoding } from '../api/chooseEncoding.ts';

/** A page as Next made it, whole and not compressed. */
export interface SharedPage {
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** Weak: the same for every encoding. */
  etag: string;
  /** Made when first asked for. */
  encoded: Map<Encoding, Promise<Buffer>>;
}

/** What became of a page that was asked for: null where it is not one for all, `gone` where the asker went away before it was there. */
export type MadePage = SharedPage | null | 'gone';

interface Kept {
  page: SharedPage;
  madeAtMs: number;
}

/** So long everybody gets the same bytes. Next makes a page once a second. */
const freshMs = 250;
/** So long a page is given out while the next is being made. */
const staleMs = 2_000;

/** Pages by path, and those that are being made. */
export function createPageStore() {
  const kept = new Map<string, Kept>();
  const underway = new Map<string, Promise<MadePage>>();

  const dropOld = () => {
    for (const [path, { madeAtMs }] of kept) {
      if (performance.now() - madeAtMs < staleMs) break;
      kept.delete(path);
    }
  };

  return {
    /** The page to answer with now or in a moment; undefined where the asker has to have it made. */
    find(path: string): Promise<MadePage> | undefined {
      const last = kept.get(path);
      const ageMs = last ? performance.now() - last.madeAtMs : Number.POSITIVE_INFINITY;
      if (last && ageMs < freshMs) return Promise.resolve(last.page);
      const next = underway.get(path);
      return next && last && ageMs < staleMs ? Promise.resolve(last.page) : next;
    },
    /** Keeps the page that is being made, if it is one for all. */
    keep(path: string, page: Promise<MadePage>): void {
      const done = page
        .then((made) => {
          if (made === 'gone') return made;
          kept.delete(path);
          if (made) kept.set(path, { page: made, madeAtMs: performance.now() });
          dropOld();
          return made;
        })
        .finally(() => underway.delete(path));
      underway.set(path, done);
    },
  };
}
