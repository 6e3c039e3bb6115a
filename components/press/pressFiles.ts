import { bundlePaths } from '#domain/results/bundlePaths.ts';

/** The files of an edition that stand once in it, in the order of their use; the words are in messages. */
export const pressFiles = [
  { key: 'bundle', path: bundlePaths.bundle },
  { key: 'summary', path: 'summary.json' },
  { key: 'contests', path: 'contests.json' },
  { key: 'contestsTable', path: 'contests.csv' },
  { key: 'candidacies', path: 'candidacies.csv' },
  { key: 'votes', path: 'votes.csv' },
  { key: 'protocols', path: 'protocols.csv' },
  { key: 'turnout', path: 'turnout.csv' },
  { key: 'changes', path: 'changes.json' },
  { key: 'dataPackage', path: 'datapackage.json' },
  { key: 'nist', path: 'nist-sp-1500-100.json' },
  { key: 'manifest', path: bundlePaths.manifest },
  { key: 'signature', path: bundlePaths.signature },
  { key: 'key', path: bundlePaths.publicKey },
] as const;

/** Those that stand once a contest or a unit. */
export const repeatedFiles = [
  { key: 'contest', path: 'contests/{id}.json' },
  { key: 'contestTable', path: 'contests/{id}.csv' },
  { key: 'region', path: 'regions/{code}.json' },
  { key: 'district', path: 'districts/{code}.json' },
] as const;

export const newestBase = '/api/v1/results/';

export function editionBase(edition: number): string {
  return `/api/v1/editions/${edition}/`;
}
