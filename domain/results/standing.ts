import type { Candidacy, VoteTreatment } from './candidacy.ts';

/** Whether a candidacy may have a seat; `pending` once the decision on its votes allows it. */
export type Standing = 'eligible' | 'pending' | 'not_eligible';

export function treatmentOf(candidacy: Pick<Candidacy, 'decision'>): VoteTreatment {
  return candidacy.decision?.votes ?? 'counted';
}

export function standingOf(candidacy: Pick<Candidacy, 'status' | 'decision'>): Standing {
  const treatment = treatmentOf(candidacy);
  if (treatment === 'pending') return 'pending';
  return candidacy.status === 'registered' && treatment === 'counted' ? 'eligible' : 'not_eligible';
}
