import { type Database, sql, toInstant } from '../client.ts';

/** What tells that the leadership board is no longer the newest; cheap enough to be asked for several times a second. */
export interface OverviewStamp {
  electionId: string;
  /** Another text as soon as any incident changed. */
  incidents: string;
  /** Another text as soon as a figure, a case or the schedule changed. */
  figures: string;
  /** Real time at which the vote database was last read. */
  checkedAt: string;
}

/** Null before a package was loaded. */
export async function getOverviewStamp(db: Database): Promise<OverviewStamp | null> {
  const [row] = await db.execute<{ id: string; incidents: string; figures: string; checked_at: string }>(sql`
    select e.id, c.checked_at, (select count(*) || '-' || coalesce(sum(row_version), 0) from ops.incident) as incidents,
      concat_ws('-', v.version, k.origin_election, k.speed, (select max(id) from ops.violation_event),
        (select count(*) || '-' || max(id) from ops.schedule_proposal where state = 'open')) as figures
    from board.election e cross join board.version v cross join board.clock k cross join board.checkpoint c
    where c.source = 'vote'`);
  if (!row) return null;
  return { electionId: row.id, incidents: row.incidents, figures: row.figures, checkedAt: toInstant(row.checked_at) };
}
