import type { IncidentState } from './incident.ts';

const order: Record<IncidentState, number> = { investigating: 0, identified: 1, monitoring: 2, resolved: 3 };

/** How an incident may go from one state to another: forward at will, back with a reason. */
export function judgeMove(from: IncidentState, to: IncidentState): 'same' | 'forward' | 'back' {
  if (from === to) return 'same';
  return order[to] > order[from] ? 'forward' : 'back';
}
