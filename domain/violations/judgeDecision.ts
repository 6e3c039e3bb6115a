import type { VoteTreatment } from '../results/candidacy.ts';
import type { CaseMeasure, Verdict } from './violation.ts';

interface Judged {
  verdict: Verdict;
  measure: CaseMeasure | null;
  votes: VoteTreatment | null;
  hasCandidacy: boolean;
}

/** What does not fit together in a decision, named by its field; null where all does. */
export function judgeDecision({ verdict, measure, votes, hasCandidacy }: Judged): string | null {
  if (verdict !== 'confirmed')
    return measure === null && votes === null ? null : `measure: only a confirmed case has one, this one is ${verdict}`;
  if (measure === null) return 'measure: a confirmed case has one, if only none';
  const isOfCandidacy = measure === 'removal' || measure === 'annulment';
  if (isOfCandidacy && !hasCandidacy) return `measure: ${measure} needs a candidacy, and the case names none`;
  if (!isOfCandidacy) return votes === null ? null : `votes: nothing happens to votes by ${measure}`;
  if (votes === null) return 'votes: counted, annulled or pending';
  return measure === 'annulment' && votes !== 'annulled' ? 'votes: an annulment annuls them' : null;
}
