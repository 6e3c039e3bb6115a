import type { ScheduleAnswer } from '#components/schedule/content.ts';
import { sql } from '#db/client.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { listProposals } from '#db/schedule/listProposals.ts';
import type { Person } from '#domain/staff/person.ts';
import { may } from '#domain/staff/policy.ts';
import { wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';

/** What is in force and what was, and the proposals. Whether a count is sealed is for those who move the schedule. */
export async function readSchedule(person: Person): Promise<ScheduleAnswer> {
  const db = getDatabase();
  const moves = may(person, 'schedule.propose', wholeCountry) || may(person, 'schedule.confirm', wholeCountry);
  const [schedule, proposals, { clock, release }, isCountSealed] = await Promise.all([
    getSchedule(db),
    listProposals(db, person),
    getFeed(db),
    moves && readSealed(),
  ]);
  return { schedule, proposals, clock, release, isCountSealed };
}

async function readSealed(): Promise<boolean> {
  const [row] = await getDatabase().execute<{ sealed: boolean }>(sql`select ops.is_count_sealed() as sealed`);
  return row?.sealed === true;
}
