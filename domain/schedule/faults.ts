/** Why a change of the schedule may not be announced as things stand; `ops.schedule_fault` says the same in the database. */
export const scheduleFaults = [
  /** Results are public. */
  'released',
  /** Another announcement came between. */
  'overtaken',
  /** A sealed draft of results stands: votes that came later would not be in it. */
  'sealed',
  'no_window',
  'same',
  /** Closes before it opens. */
  'empty',
  /** The opening has passed, or would have. */
  'opened',
  'past',
  'too_far',
  /** Voting would still be open when results are due. */
  'after_publication',
  'before_close',
] as const;
export type ScheduleFault = (typeof scheduleFaults)[number];

/** How a proposal ended; a refusal to end it may also be one of these: somebody was faster. */
export const proposalEnds = ['confirmed', 'declined', 'withdrawn'] as const;
export type ProposalEnd = (typeof proposalEnds)[number];

/** `no_session`: the session is nobody's who may do this, or ended meanwhile. */
export const endFaults = [
  'no_session',
  'no_name',
  'not_found',
  ...proposalEnds,
  'not_own',
  'same_person',
  ...scheduleFaults,
] as const;
export type EndFault = (typeof endFaults)[number];
