export const draftStates = [
  'sealed',
  'approved by one',
  /** Approved by two: it is released when its time comes. */
  'ready',
  'objected',
  /** A lot was drawn, or a contest taken back or given again, since it was counted. */
  'out of date',
  'released',
] as const;
export type DraftState = (typeof draftStates)[number];

export type VerdictKind = 'approved' | 'objected';

/** Where a draft stands on its way to the release (docs/results.md). */
export function draftStateOf(draft: {
  isReleased: boolean;
  isOutdated: boolean;
  verdicts: readonly { verdict: VerdictKind }[];
}): DraftState {
  if (draft.isReleased) return 'released';
  if (draft.verdicts.some(({ verdict }) => verdict === 'objected')) return 'objected';
  if (draft.isOutdated) return 'out of date';
  if (draft.verdicts.length >= 2) return 'ready';
  return draft.verdicts.length === 1 ? 'approved by one' : 'sealed';
}
