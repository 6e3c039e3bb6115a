import type { ReleaseDesk } from '#domain/results/releaseDesk.ts';

export const stepKeys = ['closed', 'sealed', 'first', 'second', 'released'] as const;
export type StepKey = (typeof stepKeys)[number];

export interface ReleaseStep {
  key: StepKey;
  /** `stopped`: it will not come, for the draft was objected to or is out of date. */
  state: 'done' | 'now' | 'ahead' | 'stopped';
  who: string | null;
  /** When it was done, or is due. */
  at: string | null;
}

/** The way of the draft to its release: what is done, what is next. */
export function listReleaseSteps({ draft, closesAt, publishAt, editions }: ReleaseDesk, nowMs: number): ReleaseStep[] {
  const approvals = (draft?.verdicts ?? []).filter(({ verdict }) => verdict === 'approved');
  const isReleased = draft?.state === 'released';
  const done: Record<StepKey, { isDone: boolean; who: string | null; at: string | null }> = {
    closed: { isDone: draft !== null || (closesAt !== null && nowMs >= Date.parse(closesAt)), who: null, at: closesAt },
    sealed: { isDone: draft !== null, who: draft?.sealedBy ?? null, at: draft?.sealedAt ?? null },
    first: approvalOf(approvals[0]),
    second: approvalOf(approvals[1]),
    released: {
      isDone: isReleased,
      who: null,
      at: isReleased ? (editions.find(({ number }) => number === draft.number)?.releasedAt ?? null) : publishAt,
    },
  };
  const next = stepKeys.find((key) => !done[key].isDone);
  const isStopped = draft?.state === 'objected' || draft?.state === 'out of date';
  return stepKeys.map((key) => {
    const { isDone, who, at } = done[key];
    return { key, who, at, state: isDone ? 'done' : key !== next ? 'ahead' : isStopped ? 'stopped' : 'now' };
  });
}

function approvalOf(verdict: { person: string; at: string } | undefined) {
  return { isDone: verdict !== undefined, who: verdict?.person ?? null, at: verdict?.at ?? null };
}

/** Those who can approve and have not said anything of this draft. */
export function listMissingApprovers({ draft, approvers }: ReleaseDesk): string[] {
  const given = new Set(draft?.verdicts.map(({ person }) => person));
  return approvers.filter((name) => !given.has(name));
}
