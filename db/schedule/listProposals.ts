import type { Names } from '#domain/languages.ts';
import type { ProposalEnd } from '#domain/schedule/faults.ts';
import type { ScheduleProposal } from '#domain/schedule/proposal.ts';
import type { Channel } from '#domain/turnout.ts';
import { type Database, sql, toInstant } from '../client.ts';
import { personKey } from '../counting/personKey.ts';

interface ProposalRow extends Record<string, unknown> {
  id: number;
  kind: 'window' | 'publication';
  channel: Channel | null;
  opens_at: string | null;
  closes_at: string | null;
  publish_at: string | null;
  reason: Names;
  decided_by: Names;
  proposed_by: string;
  is_own: boolean;
  proposed_at: string;
  state: 'open' | ProposalEnd;
  ended_by: string | null;
  ended_at: string | null;
  end_note: string | null;
  from_opens_at: string | null;
  from_closes_at: string | null;
  from_publish_at: string | null;
  from_announced_at: string | null;
  announced_at: string | null;
}

const mostListed = 50;

/** All that are open, and of the others the newest; `reader` is who asks. */
export async function listProposals(
  db: Database,
  reader: { id: string; name: string } | null,
): Promise<ScheduleProposal[]> {
  const rows = await db.execute<ProposalRow>(sql`
    select p.id, p.kind, p.channel, p.opens_at, p.closes_at, p.publish_at, p.reason, p.decided_by, p.proposed_by, p.proposed_at, p.state,
      coalesce(p.proposed_account = ${reader?.id ?? null}, false) or coalesce(p.proposed_key = ${reader && personKey(reader.name)}, false) as is_own,
      p.ended_by, p.ended_at, p.end_note, w.opens_at as from_opens_at, w.closes_at as from_closes_at, c.publish_at as from_publish_at,
      coalesce(w.announced_at, c.announced_at) as from_announced_at, coalesce(wa.announced_at, ca.announced_at) as announced_at
    from ops.schedule_proposal p
    left join board.window_change w on p.kind = 'window' and w.id = p.based_on
    left join board.publication_change c on p.kind = 'publication' and c.id = p.based_on
    left join board.window_change wa on p.kind = 'window' and wa.id = p.announced_as
    left join board.publication_change ca on p.kind = 'publication' and ca.id = p.announced_as
    order by p.state <> 'open', coalesce(p.ended_at, p.proposed_at) desc, p.id desc
    limit ${mostListed}`);
  return rows.map(toProposal);
}

function toProposal(row: ProposalRow): ScheduleProposal {
  const instant = (value: string | null) => toInstant(value ?? '');
  const announcedAt = row.from_announced_at && toInstant(row.from_announced_at);
  return {
    id: row.id,
    change:
      row.kind === 'window' && row.channel !== null
        ? { kind: 'window', channel: row.channel, opensAt: instant(row.opens_at), closesAt: instant(row.closes_at) }
        : { kind: 'publication', publishAt: instant(row.publish_at) },
    reason: row.reason,
    decidedBy: row.decided_by,
    from: !announcedAt
      ? null
      : row.kind === 'window'
        ? { opensAt: instant(row.from_opens_at), closesAt: instant(row.from_closes_at), announcedAt }
        : { publishAt: instant(row.from_publish_at), announcedAt },
    proposedBy: row.proposed_by,
    isOwn: row.is_own,
    proposedAt: toInstant(row.proposed_at),
    end:
      row.state === 'open'
        ? null
        : {
            outcome: row.state,
            by: row.ended_by ?? '',
            at: instant(row.ended_at),
            note: row.end_note,
            announcedAt: row.announced_at && toInstant(row.announced_at),
          },
  };
}
