import { stringify } from 'csv-stringify/sync';
import type { Edition } from '#domain/results/edition.ts';
import type { PressFile } from '../pressFile.ts';
import { headColumns } from './headColumns.ts';
import type { Cell, Table } from './table.ts';

/** The table as RFC 4180 has it: CRLF, a header, quotes where they are needed; UTF-8 without a byte order mark. */
export function renderTable<Row>(table: Table<Row>, edition: Edition): PressFile {
  const header = [...headColumns, ...table.columns].map(({ name }) => name);
  const head = headColumns.map(({ cell }) => cellText(cell(edition.head)));
  const rows = table.rows(edition).map((row) => [...head, ...table.columns.map(({ cell }) => cellText(cell(row)))]);
  const text = stringify([header, ...rows], { record_delimiter: 'windows', quote_record_delimiter: true });
  return { path: table.path, mediaType: 'text/csv; charset=utf-8', text };
}

/** As the data package's types read it: `true` and `false` are words. */
function cellText(cell: Cell): string {
  return cell === null ? '' : String(cell);
}
