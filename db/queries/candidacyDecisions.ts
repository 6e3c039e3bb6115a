import { sql } from '../client.ts';

/** The decision in force of every candidacy that has one, as `candidacy_id` and `decision`. */
export const candidacyDecisions = sql`
  select distinct on (candidacy_id) candidacy_id,
    jsonb_build_object('status', status, 'votes', votes, 'announcedAt', announced_at, 'number', number, 'decidedBy', decided_by,
      'rule', rule, 'reason', reason) as decision
  from board.candidacy_change order by candidacy_id, announced_at desc`;
