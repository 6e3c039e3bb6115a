import { bundlePaths } from '#domain/results/bundlePaths.ts';
import type { BundleReport } from './verifyBundle.ts';

const shownProblems = 50;

/** A report as lines for a person. */
export function describeReport({ signature, hashes, arithmetic, problems }: BundleReport, ownKey: boolean): string[] {
  const lines = arithmetic ? [titleOf(arithmetic.head)] : [];
  lines.push(
    `signature   ${signature.problems.length === 0 ? 'good' : 'WRONG'}, key ${signature.keyId}`,
    `files       ${hashes.problems.length === 0 ? `${hashes.listed}, each as it was signed` : 'WRONG'}`,
    `arithmetic  ${describeArithmetic(arithmetic)}`,
    ...problems.slice(0, shownProblems).map((problem) => `  ${problem}`),
  );
  if (problems.length > shownProblems) lines.push(`  … and ${problems.length - shownProblems} more`);
  if (problems.length > 0) return [...lines, 'THIS BUNDLE IS NOT GOOD'];
  if (ownKey) return [...lines, 'The bundle is good.'];
  return [
    ...lines,
    `The bundle is whole, but it was checked with its own ${bundlePaths.publicKey}, which whoever forges a bundle can replace.`,
    `Compare ${signature.keyId} with the key that the election publishes, or give that key: --key PEM`,
  ];
}

function titleOf({ electionId, edition, isTest, sealedAt }: NonNullable<BundleReport['arithmetic']>['head']): string {
  const feed = edition === 0 ? 'zero feed (no figures)' : `edition ${edition}`;
  return `${electionId}, ${feed}, sealed at ${sealedAt}${isTest ? ', REHEARSAL: its figures are invented' : ''}`;
}

function describeArithmetic(arithmetic: BundleReport['arithmetic']): string {
  if (!arithmetic) return 'not checked, for the files are not those that were signed';
  if (arithmetic.problems.length > 0) return 'WRONG';
  return `${arithmetic.contests} contests and ${arithmetic.voteRows} rows of votes.csv add up`;
}
