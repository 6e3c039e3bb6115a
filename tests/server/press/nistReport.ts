import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const schemaFile = '../shared/data/nist-sp-1500-100/NIST_V2_election_results_reporting.json';

export const hasSchema = existsSync(schemaFile);
if (!hasSchema) process.stderr.write(`skipped: the schema of NIST SP 1500-100 is not at ${schemaFile}\n`);

/** What NIST's schema finds wrong in a report. */
export function schemaProblems(report: unknown): string[] {
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  ajv.addKeyword('refTypes');
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

export interface Node {
  [field: string]: unknown;
}

/** Every object of a report with its `@type`. */
export function listNodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(listNodes);
  if (value === null || typeof value !== 'object') return [];
  const node = { ...value };
  return ['@type' in node ? [node] : [], ...Object.values(node).map(listNodes)].flat();
}

/** Identifiers that a report refers to: every field that is named so. */
export function listReferences(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) =>
    Object.entries(node).flatMap(([field, value]) =>
      /Ids?$/.test(field) && field !== 'VendorApplicationId' ? [value].flat().map(String) : [],
    ),
  );
}
