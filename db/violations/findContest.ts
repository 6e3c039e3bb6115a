import type { Place } from '#domain/staff/policy.ts';
import { caseFault } from '#domain/violations/caseRefusals.ts';
import { type Database, sql } from '../client.ts';

interface Meant {
  contestId: string | null;
  candidacyId: string | null;
}

/** The contest that a case means: the named one, or that of the candidacy. Throws InvalidInput where they or the place do not fit. */
export async function findContest(
  db: Database,
  place: Place,
  { contestId, candidacyId }: Meant,
): Promise<string | null> {
  if (candidacyId === null && contestId === null) return null;
  const [row] = await db.execute<{ of_candidacy: string | null; id: string | null; region_code: string | null }>(sql`
    with candidacy as (select contest_id from board.candidacy where id = ${candidacyId})
    select (select contest_id from candidacy) as of_candidacy, c.id,
      case u.level when 'district' then u.parent_code when 'region' then u.code end as region_code
    from (select 1) as one left join board.contest c on c.id = coalesce(${contestId}, (select contest_id from candidacy))
      left join board.unit u on u.code = c.unit_code`);
  if (candidacyId !== null && !row?.of_candidacy)
    throw caseFault('no_such_candidacy', `candidacyId: there is no ${candidacyId}`);
  if (!row?.id) throw caseFault('no_such_candidacy', `contestId: there is no ${contestId}`);
  if (candidacyId !== null && row.of_candidacy !== row.id)
    throw caseFault('candidacy_elsewhere', `candidacyId: ${candidacyId} does not stand in ${row.id}`);
  if (place.regionCode !== null && row.region_code !== null && row.region_code !== place.regionCode)
    throw caseFault('candidacy_elsewhere', `contestId: ${row.id} is not in ${place.regionCode}`);
  return row.id;
}
