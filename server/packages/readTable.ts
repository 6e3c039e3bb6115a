import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { z } from 'zod';
import { PackageError, type PackageProblem } from '#domain/electionPackage.ts';

const largestPackageBytes = 200 * 1024 * 1024;
/** Longer than any row of ours; a file without line breaks is not kept in memory. */
const longestRow = 64 * 1024;
const rowsTooLong = `rows of at most ${longestRow / 1024} kB; is a line break or a quotation mark missing?`;
/** Past this many problems the rest of a file is not worth reading. */
export const enoughProblems = 200;

export interface NumberedRow<T> {
  line: number;
  row: T;
}

export interface TableOptions<T> {
  largestBytes?: number;
  /** What is wrong with a row that the schema accepts; asked row by row, so that a file full of wrong ones is left early. */
  problemOf?: (numbered: NumberedRow<T>) => Omit<PackageProblem, 'file' | 'line'> | null;
}

/**
 * Rows of a CSV file (RFC 4180, UTF-8, a header) as `schema` makes them; a column may be missing where the schema has a value for it.
 * Throws PackageError with file, line and column.
 */
export async function readTable<T>(
  path: string,
  schema: z.ZodObject & z.ZodType<T>,
  { largestBytes = largestPackageBytes, problemOf = () => null }: TableOptions<T> = {},
): Promise<NumberedRow<T>[]> {
  const file = basename(path);
  const whole = (expected: string, line: number | null = null) =>
    new PackageError([{ file, line, column: null, value: null, expected }]);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw whole('the file to be there');
  if (found.isDirectory()) throw whole('a file, it is a folder');
  const { size } = found;
  if (size > largestBytes)
    throw whole(`at most ${largestBytes / 1024 / 1024} MB, it has ${Math.ceil(size / 1024 / 1024)} MB`);

  const columns = Object.keys(schema.shape);
  const needed = columns.filter((column) => !schema.shape[column]?.safeParse(undefined).success);
  const rows: NumberedRow<T>[] = [];
  const problems: PackageProblem[] = [];
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    columns: (header: string[]) => {
      problems.push(...headerProblems(file, header, { columns, needed }));
      return header;
    },
  });
  const pump = pipeline(createReadStream(path), decodeUtf8, parser).catch(() => {});
  try {
    for await (const { record, info } of parser) {
      const parsed = schema.safeParse(record);
      if (parsed.success) {
        const numbered = { line: info.lines, row: parsed.data };
        const problem = problemOf(numbered);
        if (problem) problems.push({ file, line: info.lines, ...problem });
        else rows.push(numbered);
      } else {
        for (const issue of parsed.error.issues) {
          const column = String(issue.path[0] ?? '');
          problems.push({
            file,
            line: info.lines,
            column,
            value: String(record[column] ?? ''),
            expected: issue.message,
          });
        }
      }
      if (problems.length >= enoughProblems) break;
    }
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE') throw whole(rowsTooLong);
    if (error instanceof CsvError)
      throw whole(`a table with the same columns in every row (${error.message})`, Number(error.lines) || null);
    if (error instanceof NoTable) throw whole(error.message);
    if (error instanceof TypeError) throw whole('UTF-8 text; the file is in another encoding, such as Windows-1251');
    throw error;
  } finally {
    parser.destroy();
    await pump;
  }
  if (problems.length > 0) throw new PackageError(problems);
  if (rows.length === 0) throw whole('at least one row under the header');
  return rows;
}

class NoTable extends Error {}

/** Bytes as text; those that are not UTF-8 end it with a TypeError, those that cannot be a table with NoTable. */
async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sinceLineBreak = 0;
  for await (const chunk of chunks) {
    if (chunk.includes(0)) throw new NoTable('text without NUL bytes; the file may be in UTF-16: save it as UTF-8');
    const lineBreak = Math.max(chunk.lastIndexOf('\n'), chunk.lastIndexOf('\r'));
    sinceLineBreak = lineBreak === -1 ? sinceLineBreak + chunk.length : chunk.length - lineBreak;
    if (sinceLineBreak > 2 * longestRow) throw new NoTable(rowsTooLong);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function headerProblems(
  file: string,
  header: readonly string[],
  { columns, needed }: { columns: readonly string[]; needed: readonly string[] },
): PackageProblem[] {
  const missing = needed.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !columns.includes(column));
  const doubled = header.filter((column, index) => header.indexOf(column) !== index);
  return [
    ...missing.map((column) => ({ file, line: 1, column, value: null, expected: 'this column in the header' })),
    ...unknown.map((column) => ({ file, line: 1, column, value: column, expected: `one of ${columns.join(', ')}` })),
    ...doubled.map((column) => ({ file, line: 1, column, value: column, expected: 'each column once' })),
  ];
}
