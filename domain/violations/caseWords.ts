export const intakeChannels = ['hotline', 'email', 'web', 'in_person'] as const;

export const violationCategories = [
  'coercion_to_join',
  'fake_admission',
  'iins_on_one_phone',
  'bought_sim_card',
  'obtained_codes',
  'missed_debate',
  'campaigning',
  'other',
] as const;

/** received → registered → in_review → decided; or a duplicate of another case at any point before. */
export const caseStates = ['received', 'registered', 'in_review', 'decided', 'duplicate'] as const;

/** `transferred`: handed over to a body outside the commissions, such as the police; the case ends here. */
export const verdicts = ['confirmed', 'rejected', 'transferred'] as const;

/** Of a confirmed case. `annulment`: the votes of a candidacy that is no longer registered. */
export const measures = ['none', 'warning', 'removal', 'annulment', 'referral'] as const;
