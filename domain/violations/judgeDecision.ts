import type { VoteTreatment } from '../results/candidacy.ts';
import type { CaseMeasure, Verdict } from './violation.ts';

interface Judged {
  verdict: Verdict;
  measure: CaseMeasure | null;
  votes: VoteTreatment | null;
  hasCandidacy: boolean;
}

export interface DecisionFault {
  /** Of the refusals of the register. */
  code: 'measure_unconfirmed' | 'no_measure' | 'no_candidacy' | 'votes_unasked' | 'no_votes' | 'annulment_votes';
  text: string;
}

/** What does not fit together in a decision, named by its field; null where all does. */
export function judgeDecision({ verdict, measure, votes, hasCandidacy }: Judged): DecisionFault | null {
  if (verdict !== 'confirmed')
    return measure === null && votes === null
      ? null
      : { code: 'measure_unconfirmed', text: `measure: only a confirmed case has one, this one is ${verdict}` };
  if (measure === null) return { code: 'no_measure', text: 'measure: a confirmed case has one, if only none' };
  const isOfCandidacy = measure === 'removal' || measure === 'annulment';
  if (isOfCandidacy && !hasCandidacy)
    return { code: 'no_candidacy', text: `measure: ${measure} needs a candidacy, and the case names none` };
  if (!isOfCandidacy)
    return votes === null ? null : { code: 'votes_unasked', text: `votes: nothing happens to votes by ${measure}` };
  if (votes === null) return { code: 'no_votes', text: 'votes: counted, annulled or pending' };
  return measure === 'annulment' && votes !== 'annulled'
    ? { code: 'annulment_votes', text: 'votes: an annulment annuls them' }
    : null;
}
