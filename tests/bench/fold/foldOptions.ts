import { parseArgs } from 'node:util';

export interface FoldOptions {
  /** Rows of history, ascending. */
  sizes: number[];
  foldRepeats: number;
  recountRepeats: number;
  catchUp: { rows: number; repeats: number };
  writers: { seconds: number; repeats: number; connections: number };
}

const fullSizes = [10_000, 1_000_000, 10_000_000];
const quickSizes = [10_000, 100_000];

/** `--quick`, and `--rows N`: the most rows of history. Throws an Error of one line. */
export function readFoldOptions(args: readonly string[]): FoldOptions {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean' }, rows: { type: 'string' } } });
  const sizes = capSizes(values.quick ? quickSizes : fullSizes, values.rows);
  return values.quick
    ? {
        sizes,
        foldRepeats: 7,
        recountRepeats: 3,
        catchUp: { rows: 50_000, repeats: 2 },
        writers: { seconds: 1, repeats: 2, connections: 16 },
      }
    : {
        sizes,
        foldRepeats: 31,
        recountRepeats: 7,
        catchUp: { rows: 500_000, repeats: 3 },
        writers: { seconds: 2, repeats: 5, connections: 16 },
      };
}

function capSizes(sizes: readonly number[], rows: string | undefined): number[] {
  if (rows === undefined) return [...sizes];
  const most = Number(rows);
  if (!Number.isInteger(most) || most < 1_000)
    throw new Error(`--rows ${rows}: expected a whole number of at least 1000`);
  return [...new Set([...sizes.filter((size) => size < most), most])];
}
