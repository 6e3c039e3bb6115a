import type { ElectionFile } from './election.ts';
import type { Unit, UnitCode } from './geography.ts';
import type { IncidentScript } from './incidents/incidentScript.ts';
import type { Names } from './languages.ts';
import type { CandidacyDecision } from './results/candidacy.ts';
import type { ShareBase } from './results/edition.ts';
import { refusalReasons } from './turnout.ts';
import type { CaseScript } from './violations/caseScript.ts';

/** What a turnout column counts. */
export const measures = [
  'authorized',
  ...refusalReasons.map((reason) => `refused_${reason}` as const),
  'voted_online',
  'voted_station',
  'voted_paper',
] as const;
export type Measure = (typeof measures)[number];

/** Cumulative figures of one place at the moments of the source. */
export interface TurnoutSource {
  districtCode: UnitCode;
  station: string;
  momentsMs: number[];
  /** By measure, one value a moment. */
  cumulative: Record<Measure, number[]>;
  /** By moment: why the figures fell there, where the source says so. */
  reasons: string[];
}

export interface Contest {
  id: string;
  unitCode: UnitCode;
  names: Names;
  seats: number;
  votesAllowed: number;
  /** What a share of this contest is a share of. */
  shareOf: ShareBase;
}

/** A candidacy as it was registered; what was decided later is in the changes. */
export interface CandidacyEntry {
  id: string;
  contestId: string;
  /** Place on the ballot, from 1. */
  ballotNumber: number;
  names: Names;
}

export type CandidacyChange = CandidacyDecision & { candidacyId: string };

/** A whole election as its package holds it, checked. */
export interface ElectionPackage {
  election: ElectionFile;
  units: Unit[];
  roll: Map<UnitCode, { eligible: number; specialList: number }>;
  contests: Contest[];
  /** Empty in a package of turnout alone. */
  candidacies: CandidacyEntry[];
  /** In the order of their announcement. */
  candidacyChanges: CandidacyChange[];
  /** Cases of the register that a rehearsal plays; often none. */
  violations: CaseScript[];
  /** Technical incidents that a rehearsal plays; often none. */
  incidents: IncidentScript[];
  turnout: TurnoutSource[];
}

/** One thing wrong in a package, and where. */
export interface PackageProblem {
  file: string;
  line: number | null;
  column: string | null;
  value: string | null;
  expected: string;
}

const shownProblems = 20;

/** Nothing is stored from a package with a problem. */
export class PackageError extends Error {
  override name = 'PackageError';
  constructor(readonly problems: readonly PackageProblem[]) {
    const lines = problems.slice(0, shownProblems).map(describeProblem);
    const more = problems.length > shownProblems ? [`… and ${problems.length - shownProblems} more`] : [];
    super([...lines, ...more].join('\n'));
  }
}

function describeProblem({ file, line, column, value, expected }: PackageProblem): string {
  const place = [file, line === null ? null : `line ${line}`, column === null ? null : `column ${column}`];
  const found = value === null ? '' : `${JSON.stringify(value.slice(0, 80))}: `;
  return `${place.filter((part) => part !== null).join(', ')}: ${found}expected ${expected}`;
}
