import { createHash } from 'node:crypto';
import type { Edition } from '#domain/results/edition.ts';
import { jsonFile } from './jsonFile.ts';
import type { PressFile } from './pressFile.ts';
import { headColumns } from './tables/headColumns.ts';
import type { Column, Table } from './tables/table.ts';

/** What the package says of one table. */
export type DataResource = ReturnType<typeof describeTable>;

/** The edition's tables as a Frictionless tabular data package (version 1). */
export function renderDataPackage({ head, electionNames }: Edition, resources: readonly DataResource[]): PressFile {
  return jsonFile('datapackage.json', {
    profile: 'tabular-data-package',
    name: `${head.electionId.toLowerCase()}-edition-${head.edition}`,
    title: `${electionNames.en}: ${head.edition === 0 ? 'zero feed' : `results, edition ${head.edition}`}`,
    description: [
      head.isTest ? 'A REHEARSAL: figures, candidates and voters are invented.' : '',
      'Empty cells are figures that are not released.',
      'A table for each contest stands in contests/; those repeat rows of votes.csv and are not listed here.',
    ]
      .filter(Boolean)
      .join(' '),
    version: String(head.edition),
    created: head.sealedAt,
    keywords: ['election', 'results', head.electionId],
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0',
      },
    ],
    sources: [{ title: electionNames.en }],
    contributors: [{ title: 'Saylau', role: 'publisher' }],
    resources,
  });
}

/** One table and the file that was made of it, as the package lists it. */
export function describeTable<Row>(table: Table<Row>, file: PressFile, { head }: Edition) {
  const bytes = Buffer.from(file.text, 'utf8');
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: table.path,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    schema: {
      fields: [
        ...headColumns.map((column) => describeColumn(column, { enum: [column.cell(head)] })),
        ...table.columns.map((column) =>
          describeColumn(column, {
            ...(String(table.primaryKey) === column.name && { unique: true }),
            ...(column.enum && { enum: column.enum }),
          }),
        ),
      ],
      missingValues: [''],
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length > 0 && {
        foreignKeys: table.foreignKeys.map(({ fields, table: resource, reference }) => ({
          fields,
          reference: { resource, fields: reference },
        })),
      }),
    },
  };
}

function describeColumn<Row>({ name, type, description, required, minimum }: Column<Row>, more: object) {
  const constraints = { ...(required && { required }), ...(minimum !== undefined && { minimum }), ...more };
  return { name, type, description, ...(Object.keys(constraints).length > 0 && { constraints }) };
}
