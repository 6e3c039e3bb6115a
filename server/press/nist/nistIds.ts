import type { UnitCode } from '#domain/geography.ts';

/** Identifiers inside the report: ours with what they are of in front, so that they are the same in every edition. */
export const nistIds = {
  unit: (code: UnitCode) => `unit-${code}`,
  /** Units that stand for one another's figures are one unit of the report. */
  area: (codes: readonly UnitCode[]) => `unit-${codes.join('_')}`,
  office: (contestId: string) => `office-${contestId}`,
  contest: (contestId: string) => `contest-${contestId}`,
  candidate: (candidacyId: string) => `candidate-${candidacyId}`,
  person: (candidacyId: string) => `person-${candidacyId}`,
  selection: (candidacyId: string) => `selection-${candidacyId}`,
} as const;
