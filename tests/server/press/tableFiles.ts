import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { PressFile } from '#server/press/pressFile.ts';

const Field = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'boolean']),
  description: z.string().min(1),
  constraints: z
    .strictObject({
      required: z.literal(true).optional(),
      unique: z.literal(true).optional(),
      minimum: z.int().optional(),
      enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
    })
    .optional(),
});
const Resource = z.object({
  profile: z.literal('tabular-data-resource'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  path: z.string(),
  encoding: z.literal('utf-8'),
  mediatype: z.literal('text/csv'),
  bytes: z.int(),
  hash: z.string(),
  schema: z.object({
    fields: z.array(Field),
    missingValues: z.tuple([z.literal('')]),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z
      .array(
        z.object({
          fields: z.array(z.string()),
          reference: z.object({ resource: z.string(), fields: z.array(z.string()) }),
        }),
      )
      .default([]),
  }),
});
export const DataPackage = z.object({
  profile: z.literal('tabular-data-package'),
  name: z.string().regex(/^[a-z0-9._/-]+$/),
  created: z.iso.datetime({ offset: true }),
  licenses: z.array(z.object({ name: z.string(), path: z.url() })).min(1),
  sources: z.array(z.object({ title: z.string() })).min(1),
  resources: z.array(Resource),
});
type Field = z.infer<typeof Field>;
type Resource = z.infer<typeof Resource>;

export type Row = Record<string, string>;

export function getText(files: readonly PressFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`no ${path}`);
  return file.text;
}

export function readRows(files: readonly PressFile[], path: string): Row[] {
  return parse(getText(files, path), { columns: true });
}

/** What the tables are not as the data package says. */
export function packageProblems(files: readonly PressFile[]): string[] {
  const { resources } = DataPackage.parse(JSON.parse(getText(files, 'datapackage.json')));
  const rowsOf = (resource: Resource) => readRows(files, resource.path);
  return resources.flatMap((resource) => {
    const { path, schema } = resource;
    const bytes = Buffer.from(getText(files, path));
    const rows = rowsOf(resource);
    const names = schema.fields.map(({ name }) => name);
    const problems: string[] = [];
    if (bytes.length !== resource.bytes) problems.push(`${path}: ${bytes.length} bytes`);
    if (resource.hash !== `sha256:${createHash('sha256').update(bytes).digest('hex')}`) problems.push(`${path}: hash`);
    if (getText(files, path).split('\r\n')[0] !== names.join(',')) problems.push(`${path}: header`);
    for (const field of schema.fields) problems.push(...cellProblems(path, field, rows));
    if (new Set(rows.map(keyOf(schema.primaryKey))).size !== rows.length) problems.push(`${path}: primary key`);
    for (const { fields, reference } of schema.foreignKeys) {
      const other = reference.resource === '' ? resource : resources.find(({ name }) => name === reference.resource);
      const known = new Set(other && rowsOf(other).map(keyOf(reference.fields)));
      const pointing = rows.filter((row) => fields.every((field) => row[field] !== ''));
      if (pointing.length === 0 || !pointing.map(keyOf(fields)).every((key) => known.has(key)))
        problems.push(`${path}: foreign key ${fields}`);
    }
    return problems;
  });
}

const keyOf = (fields: readonly string[]) => (row: Row) => JSON.stringify(fields.map((field) => row[field]));

function cellProblems(path: string, { name, type, constraints = {} }: Field, rows: readonly Row[]): string[] {
  const shape = { string: /^/, integer: /^\d+$/, boolean: /^(true|false)$/ }[type];
  const cells = rows.map((row) => row[name] ?? '');
  const filled = cells.filter((cell) => cell !== '');
  const allowed = constraints.enum?.map(String);
  return [
    ...(constraints.required && filled.length < cells.length ? [`${path}: ${name} is empty`] : []),
    ...(constraints.unique && new Set(cells).size < cells.length ? [`${path}: ${name} is not unique`] : []),
    ...filled
      .filter((cell) => !shape.test(cell) || Number(cell) < (constraints.minimum ?? 0))
      .map((cell) => `${path}: ${name} is ${cell}`),
    ...filled.filter((cell) => allowed && !allowed.includes(cell)).map((cell) => `${path}: ${name} is ${cell}`),
  ];
}
