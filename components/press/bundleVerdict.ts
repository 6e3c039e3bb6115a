export type BundleProblem =
  | { kind: 'notZip' | 'tooLarge' | 'signature' | 'keyFormat' }
  | { kind: 'noPart' | 'missing' | 'changed' | 'unlisted' | 'damaged'; path: string }
  | { kind: 'manifestLine'; line: number }
  | { kind: 'unknownKey'; keyId: string };

/** What the bundle says it is. */
export interface BundleHead {
  electionId: string;
  edition: number;
  isTest: boolean;
  /** A zero feed holds no results. */
  isZeroFeed: boolean;
  sealedAt: string;
}

export type BundleVerdict =
  | { state: 'valid' | 'hashesOnly'; files: number; keyId: string; head: BundleHead | null }
  | { state: 'invalid'; problems: BundleProblem[] }
  /** The page was not brought over https, and browsers hash nothing then. */
  | { state: 'insecure' };

/** A key that this election signs with. */
export interface KnownKey {
  id: string;
  publicKeyPem: string;
}
