import { Unit } from '#domain/geography.ts';
import { Names } from '#domain/languages.ts';
import { Candidacy, CandidacyDecision } from '#domain/results/candidacy.ts';
import { CandidacyHit } from '#domain/results/candidacyHit.ts';
import {
  AreaResult,
  CandidacyResult,
  ContestBrief,
  ContestFigures,
  ContestResult,
  ResultChange,
  ResultTotals,
  Tie,
  TurnoutBeside,
  Withheld,
} from '#domain/results/edition.ts';
import {
  ChangesFile,
  ContestFile,
  ContestsFile,
  DistrictFile,
  RegionFile,
  SummaryFile,
} from '#domain/results/resultFiles.ts';
import { PublicationChange } from '#domain/schedule.ts';

/** Schemas that the document names, so that each is written once. */
export const namedSchemas = {
  Names,
  Unit,
  Candidacy,
  CandidacyDecision,
  CandidacyHit,
  CandidacyResult,
  ContestFigures,
  AreaResult,
  ContestBrief,
  ContestResult,
  Tie,
  Withheld,
  ResultTotals,
  ResultChange,
  TurnoutBeside,
  PublicationChange,
  SummaryFile,
  ContestsFile,
  ContestFile,
  RegionFile,
  DistrictFile,
  ChangesFile,
};

/** The JSON files of an edition by their paths. */
export const fileSchemas = [
  { path: 'summary.json', schema: SummaryFile, name: 'summary' },
  { path: 'contests.json', schema: ContestsFile, name: 'contests' },
  { path: 'changes.json', schema: ChangesFile, name: 'changes' },
  { path: 'contests/{id}.json', schema: ContestFile, name: 'contest' },
  { path: 'regions/{code}.json', schema: RegionFile, name: 'region' },
  { path: 'districts/{code}.json', schema: DistrictFile, name: 'district' },
] as const;

/** The other files of an edition. */
export const otherFiles = [
  { path: 'contests/{id}.csv', mediaType: 'text/csv', name: 'contestTable' },
  { path: 'contests.csv', mediaType: 'text/csv', name: 'contestsTable' },
  { path: 'candidacies.csv', mediaType: 'text/csv', name: 'candidacies' },
  { path: 'votes.csv', mediaType: 'text/csv', name: 'votes' },
  { path: 'protocols.csv', mediaType: 'text/csv', name: 'protocols' },
  { path: 'turnout.csv', mediaType: 'text/csv', name: 'turnout' },
  { path: 'datapackage.json', mediaType: 'application/json', name: 'dataPackage' },
  { path: 'nist-sp-1500-100.json', mediaType: 'application/json', name: 'nist' },
  { path: 'verify.txt', mediaType: 'text/plain', name: 'verify' },
  { path: 'manifest.sha256', mediaType: 'text/plain', name: 'manifest' },
  { path: 'manifest.sig', mediaType: 'application/octet-stream', name: 'signature' },
  { path: 'public-key.pem', mediaType: 'application/x-pem-file', name: 'publicKey' },
  { path: 'bundle.zip', mediaType: 'application/zip', name: 'bundle' },
] as const;
