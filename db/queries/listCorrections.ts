import type { Correction } from '#domain/correction.ts';
import type { UnitCode } from '#domain/geography.ts';
import type { Channel } from '#domain/turnout.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface CorrectionRecord extends Record<string, unknown> {
  version: string;
  district_code: string;
  channel: Channel;
  authorized_before: string;
  authorized_after: string;
  voted_before: string;
  voted_after: string;
  reason: string;
  decided_by: string;
  occurred_at: string;
}

/** The latest corrections in a unit and below it, newest first, and how many there are in all. */
export async function listCorrections(
  db: Database,
  code: UnitCode,
  limit: number,
): Promise<{ total: number; corrections: Correction[] }> {
  const rows = await db.execute<CorrectionRecord & { total: string }>(sql`
    select c.*, count(*) over () as total from board.turnout_correction c
    join board.unit d on d.code = c.district_code left join board.unit r on r.code = d.parent_code
    where ${code} in (d.code, r.code, r.parent_code) order by c.occurred_at desc, c.id desc limit ${limit}`);
  return {
    total: Number(rows[0]?.total ?? 0),
    corrections: rows.map((row) => ({
      version: Number(row.version),
      districtCode: row.district_code,
      channel: row.channel,
      authorizedBefore: Number(row.authorized_before),
      authorizedAfter: Number(row.authorized_after),
      votedBefore: Number(row.voted_before),
      votedAfter: Number(row.voted_after),
      reason: row.reason,
      decidedBy: row.decided_by,
      occurredAt: toInstant(row.occurred_at),
    })),
  };
}
