import { readFileSync } from 'node:fs';

export type CsvRecord = { get(column: string): string };

/** The rows of a small CSV file without quoted fields, by column name. */
export function readRecords(file: URL): CsvRecord[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return {
      get(column) {
        const field = fields[columns.indexOf(column)];
        if (field === undefined) throw new Error(`${file.pathname} has no ${column} in the line "${line}"`);
        return field;
      },
    };
  });
}
