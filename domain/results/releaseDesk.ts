import { z } from 'zod';
import type { ElectionClock } from '../clock.ts';
import { plainText } from '../incidents/plainText.ts';
import type { Names } from '../languages.ts';
import type { DraftState, VerdictKind } from './draftState.ts';

/** A hash as people write it down and paste it: in groups, with line breaks, in capitals. */
const SeenHash = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll(/\s/g, '').toLowerCase())
  .refine((text) => /^[0-9a-f]{12,64}$/.test(text), 'the hash of the draft, at least its first 12 digits');

/** What an approver sends at the console: of which draft, by its hash. */
export const GiveVerdict = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('approved'), hash: SeenHash }),
  z.strictObject({ verdict: z.literal('objected'), hash: SeenHash, reason: plainText(1_000) }),
]);
export type GiveVerdict = z.infer<typeof GiveVerdict>;

/** Why a verdict was not taken. */
export const verdictRefusals = [
  'not_found',
  'released',
  'replaced',
  'other_hash',
  'own_count',
  'given',
  'objected',
  'no_hash',
  'no_name',
  'no_reason',
  'no_session',
] as const;
export const VerdictRefusal = z.enum(verdictRefusals);
export type VerdictRefusal = z.infer<typeof VerdictRefusal>;

/** A verdict without its reason, which could hold figures. */
export interface ShownVerdict {
  person: string;
  verdict: VerdictKind;
  at: string;
  isOwn: boolean;
}

/** The draft that people decide on, or where there is none the edition released last. */
export interface ShownDraft {
  number: number;
  source: 'tally' | 'protocols' | 'retraction';
  state: DraftState;
  sealedBy: string;
  sealedAt: string;
  /** An approver learns it from people before the own verdict, so it is null until then. */
  manifestHash: string | null;
  verdicts: ShownVerdict[];
}

export interface ReleasedEdition {
  number: number;
  releasedAt: string;
  reason: Names | null;
  manifestHash: string;
  approvedBy: string[];
}

/** How the release stands, as those read it who count, approve or lead. */
export interface ReleaseDesk {
  draft: ShownDraft | null;
  /** Names of those who can approve, and of those who count. */
  approvers: string[];
  counting: string[];
  /** When voting ends and when results are due, by what is announced. */
  closesAt: string | null;
  publishAt: string | null;
  /** The newest first. */
  editions: ReleasedEdition[];
  clock: ElectionClock;
}
