import { incidentFault } from '#domain/incidents/incidentRefusals.ts';
import { judgeMove } from '#domain/incidents/lifecycle.ts';
import type { UpdateIncident } from '#domain/incidents/requests.ts';
import { sqlState } from '../aggregate/serialization.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql } from '../client.ts';
import { acknowledging } from './acknowledgeIncident.ts';
import {
  auditedState,
  changedMeanwhile,
  changeIncident,
  lockIncident,
  recordIncidentChange,
  type TimelineEntry,
} from './incidentChange.ts';

/**
 * Moves the incident on, or back with a text that says why, and writes its text into the timeline. Throws NotFound, InvalidInput,
 * and Conflict where somebody changed it since `rowVersion`, or where what reports it has opened another by now.
 */
export async function updateIncident(
  db: Database,
  by: ScriptedActor,
  number: number,
  { rowVersion, state, text, isPublic }: UpdateIncident,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockIncident(tx, number, rowVersion);
    const to = state ?? before.state;
    const move = judgeMove(before.state, to);
    if (move === 'same' && !text) throw incidentFault('nothing_new', 'text: what is new? The state stays as it is');
    if (move === 'back' && !text) throw incidentFault('why_back', `text: why does it go back to ${to}?`);
    const isEnd = to === 'resolved';
    const row = await changeIncident(tx, by, {
      number,
      set: sql`state = ${to}, resolved_at = case when ${isEnd} then coalesce(resolved_at, ${momentOf(by)}) end,
        outcome = case when ${isEnd} then coalesce(outcome, 'fixed') end,
        duplicate_of = case when ${isEnd} then duplicate_of end,
        silenced_until = case when ${isEnd} then silenced_until end, ${acknowledging(by)}`,
      condition: sql`row_version = ${rowVersion}`,
    }).catch((error: unknown) => {
      if (sqlState(error) === '23505') throw changedMeanwhile(before);
      throw error;
    });
    if (!row) throw changedMeanwhile(before);
    const entries: TimelineEntry[] = [];
    // The state is as public as the incident; a text beside it may not be.
    if (move !== 'same') entries.push({ kind: 'state', text: isPublic ? text : null, isPublic: true });
    if (text && (move === 'same' || !isPublic)) entries.push({ kind: 'note', text, isPublic });
    await recordIncidentChange(tx, by, row, {
      entries,
      action: 'incident.update',
      before: auditedState(before),
      after: { ...auditedState(row), isPublic },
    });
  });
}
