import type { ElectionPackage } from '#domain/electionPackage.ts';
import { Conflict } from '#domain/errors.ts';
import { type Database, type DatabaseClient, sql, toInstant } from '../client.ts';

export interface RehearsalState {
  packageId: string;
  seed: number;
  /** Everything before this election time is written. */
  playedUntilMs: number;
}

export async function findRehearsal(db: Database): Promise<RehearsalState | null> {
  const [row] = await db.execute<{ package: string; seed: string; played_until: string }>(
    sql`select package, seed, played_until from vote.rehearsal`,
  );
  return row
    ? { packageId: row.package, seed: Number(row.seed), playedUntilMs: Date.parse(toInstant(row.played_until)) }
    : null;
}

/** Throws Conflict where the vote database holds events that no rehearsal wrote: they may be real votes. */
export async function refuseForeignEvents(db: Database): Promise<void> {
  const [row] = await db.execute<Record<'authorizations' | 'refusals' | 'ballots' | 'corrections', string>>(sql`
    select (select count(*) from vote."authorization") - coalesce(r.authorizations, 0) as authorizations,
      (select count(*) from vote.refusal) - coalesce(r.refusals, 0) as refusals,
      (select count(*) from vote.ballot) - coalesce(r.ballots, 0) as ballots,
      (select count(*) from vote.turnout_correction) - coalesce(r.corrections, 0) as corrections
    from (values (1)) one left join vote.rehearsal r on true`);
  const foreign = Object.entries(row ?? {}).filter(([, count]) => Number(count) !== 0);
  if (foreign.length > 0) {
    const what = foreign.map(([table, count]) => `${count} ${table}`).join(', ');
    throw new Conflict(
      `the vote database holds events that the rehearsal did not write (${what}); they are left alone`,
    );
  }
}

/** Empties the reference vote database and gives it the package's districts, contests and candidacies and nothing else. */
export async function startRehearsal(
  db: DatabaseClient['db'],
  source: ElectionPackage,
  seed: number,
  fromMs: number,
): Promise<void> {
  const country = source.units.find((unit) => unit.level === 'country')?.code ?? '';
  const districts = source.units
    .filter((unit) => unit.level === 'district')
    .map((unit) => ({ code: unit.code, region: unit.parentCode, country }));
  const contests = source.contests.map(({ id, unitCode, votesAllowed }) => ({ id, unitCode, votesAllowed }));
  const candidacies = source.candidacies.map(({ id, contestId }) => ({ id, contestId }));
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      truncate vote."authorization", vote.refusal, vote.ballot, vote.turnout_correction, vote.admission, vote.voted,
        vote.ballot_choice, vote.member, vote.candidacy, vote.contest, vote.district, vote.voting_window, vote.rehearsal,
        vote.rehearsal_write`);
    await tx.execute(sql`
      insert into vote.district (code, region_code, country_code)
      select code, region, country from jsonb_to_recordset(${JSON.stringify(districts)}::jsonb) as d (code text, region text, country text)`);
    await tx.execute(sql`
      insert into vote.contest (id, unit_code, votes_allowed)
      select id, "unitCode", "votesAllowed" from jsonb_to_recordset(${JSON.stringify(contests)}::jsonb)
        as c (id text, "unitCode" text, "votesAllowed" integer)`);
    await tx.execute(sql`
      insert into vote.candidacy (id, contest_id)
      select id, "contestId" from jsonb_to_recordset(${JSON.stringify(candidacies)}::jsonb) as k (id text, "contestId" text)`);
    await tx.execute(sql`
      insert into vote.rehearsal (package, seed, played_until)
      values (${source.election.id}, ${seed}, ${new Date(fromMs).toISOString()})`);
  });
}
