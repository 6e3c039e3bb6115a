import type { BoardRow, QuarantineRule } from '#domain/board.ts';
import type { UnitCode } from '#domain/geography.ts';
import type { Channel, RefusalReason } from '#domain/turnout.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface DistrictRecord extends Record<string, unknown> {
  code: UnitCode;
  eligible: number;
  special_list: number;
  by_channel: { channel: Channel; authorized: number; refused: number; voted: number }[] | null;
  by_reason: { reason: RefusalReason; refused: number }[] | null;
  rule: QuarantineRule | null;
  since: string | null;
}

/** Shown figures of every district, or of those that changed after `changedAfter`; the last good ones where it is held. */
export async function listDistrictRows(db: Database, changedAfter = -1): Promise<BoardRow[]> {
  const records = await db.execute<DistrictRecord>(sql`
    select u.code, u.eligible, u.special_list, q.rule, q.since,
      (select jsonb_agg(jsonb_build_object('channel', t.channel, 'authorized', t.shown_authorized, 'refused', t.shown_refused,
        'voted', t.shown_voted)) from board.turnout t where t.district_code = u.code) as by_channel,
      (select jsonb_agg(r) from (select reason, sum(shown_refused)::int as refused from board.turnout_refusal
        where district_code = u.code group by reason order by reason) r) as by_reason
    from board.unit u
    left join board.quarantine q on q.district_code = u.code and q.lifted_at is null
    where u.level = 'district'
      and (${changedAfter} < 0 or u.code in (select district_code from board.turnout where version > ${changedAfter}))
    order by u.position`);
  return records.map(toBoardRow);
}

function toBoardRow(record: DistrictRecord): BoardRow {
  const row: BoardRow = {
    code: record.code,
    eligible: record.eligible,
    specialList: record.special_list,
    authorized: 0,
    refused: 0,
    refusedByReason: {},
    voted: 0,
    votedByChannel: { online: 0, station: 0, paper: 0 },
    heldUnits: record.rule ? 1 : 0,
  };
  for (const part of record.by_channel ?? []) {
    row.authorized += part.authorized;
    row.refused += part.refused;
    row.voted += part.voted;
    row.votedByChannel[part.channel] += part.voted;
  }
  for (const part of record.by_reason ?? []) if (part.refused > 0) row.refusedByReason[part.reason] = part.refused;
  if (record.rule && record.since) row.held = { rule: record.rule, since: toInstant(record.since) };
  return row;
}
