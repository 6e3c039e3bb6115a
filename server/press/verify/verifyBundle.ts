import { type ArithmeticCheck, checkArithmetic } from './checkArithmetic.ts';
import { checkHashes, type HashCheck } from './checkHashes.ts';
import { checkSignature, type SignatureCheck } from './checkSignature.ts';
import type { BundleFiles } from './readBundle.ts';

export interface BundleReport {
  signature: SignatureCheck;
  hashes: HashCheck;
  /** Null where the bundle is not as it was signed: its figures are then nobody's. */
  arithmetic: ArithmeticCheck | null;
  /** All of them; the bundle is good without any. */
  problems: string[];
}

/** Checks a bundle's signature, then every file, then what the figures add up to. Throws InvalidInput where it is no bundle. */
export function verifyBundle(files: BundleFiles, trustedKeyPem: string | null): BundleReport {
  const signature = checkSignature(files, trustedKeyPem);
  const hashes = checkHashes(files);
  const asSigned = signature.problems.length + hashes.problems.length === 0;
  const arithmetic = asSigned ? checkArithmetic(files) : null;
  return {
    signature,
    hashes,
    arithmetic,
    problems: [...signature.problems, ...hashes.problems, ...(arithmetic?.problems ?? [])],
  };
}
