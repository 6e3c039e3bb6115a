import type { Edition } from '#domain/results/edition.ts';

export type Cell = string | number | boolean | null;

/** A column: how its cells are made, and what the data package says of it. */
export interface Column<Row> {
  name: string;
  type: 'string' | 'integer' | 'boolean';
  description: string;
  cell: (row: Row) => Cell;
  required?: boolean;
  enum?: readonly string[];
  minimum?: number;
}

export interface ForeignKey {
  fields: readonly string[];
  /** The name of the other table, empty for this one. */
  table: string;
  reference: readonly string[];
}

/** One CSV file of an edition. */
export interface Table<Row> {
  name: string;
  path: string;
  description: string;
  rows: (edition: Edition) => Row[];
  columns: readonly Column<Row>[];
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
}

/** An integer that is not negative; empty where there is no figure. */
export function count<Row>(name: string, description: string, cell: (row: Row) => number | null): Column<Row> {
  return { name, type: 'integer', description, cell, minimum: 0 };
}

/** An identifier that is always there. */
export function identifier<Row>(name: string, description: string, cell: (row: Row) => string): Column<Row> {
  return { name, type: 'string', description, cell, required: true };
}
