import type { Scope } from '#domain/board.ts';
import { channelsOpen } from '#domain/overview/flow.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { byMissing, judgeStall } from '#domain/overview/stall.ts';
import { votingSpan } from '#domain/phase.ts';
import type { Schedule } from '#domain/schedule.ts';
import type { Database } from '../client.ts';
import type { DetectorMoment } from '../detectors/getDetectorMoment.ts';
import { listDistrictVotes } from './listDistrictVotes.ts';

interface Asked {
  moment: DetectorMoment;
  schedule: Schedule;
  /** The election's clock. */
  nowMs: number;
}

/** Districts of the scope that stall, the worst first; null while no channel was open in all the minutes judged. */
export async function judgeStalls(
  db: Database,
  scope: Scope,
  { moment: { at, limits }, schedule, nowMs }: Asked,
): Promise<Overview['stalls']> {
  const { gap_minutes: minutes = 15, expected = 20 } = limits('no_votes');
  const atMs = Date.parse(at);
  const channels = channelsOpen(schedule, atMs - minutes * 60_000, atMs);
  const isOver = nowMs >= (votingSpan(schedule)?.closesAtMs ?? 0);
  if (channels.length === 0 || isOver) return null;
  const votes = await listDistrictVotes(db, scope, { at, minutes, channels });
  const rows = votes.flatMap((district) => judgeStall(district, { minutes, expected }) ?? []).sort(byMissing);
  return { rows, judged: votes.length };
}
