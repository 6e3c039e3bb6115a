import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type postgres from 'postgres';
import type { VotingEvent } from '#domain/courseOfVoting.ts';

const tables = {
  authorization: `vote."authorization" (district_code, channel, occurred_at)`,
  refusal: 'vote.refusal (district_code, channel, occurred_at, reason)',
  ballot: 'vote.ballot (district_code, channel, occurred_at)',
  correction:
    'vote.turnout_correction (district_code, channel, occurred_at, delta_authorized, delta_voted, reason, decided_by)',
} as const;
export type EventKind = keyof typeof tables;
export type EventCounts = Record<EventKind, number>;

const chunkBytes = 256 * 1024;

/**
 * Writes all events of [fromMs, untilMs), whole ms, and the fact that they are written, in one transaction: after any crash the rehearsal
 * goes on where it was. `listEvents` is asked once for each kind.
 */
export async function writeEvents(
  connection: postgres.Sql,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
  listEvents: (kind: EventKind) => Iterable<VotingEvent>,
  tell: (written: number) => void = () => {},
): Promise<EventCounts> {
  const counts: EventCounts = { authorization: 0, refusal: 0, ballot: 0, correction: 0 };
  await connection.begin(async (tx) => {
    // Another player, or a load in the meantime, has moved it: then nothing of this is written.
    const held = await tx`select from vote.rehearsal where played_until = ${new Date(fromMs).toISOString()} for update`;
    if (held.length === 0) throw new Error('the rehearsal is no longer where it was read');
    let before = 0;
    for (const kind of ['authorization', 'refusal', 'ballot', 'correction'] as const) {
      counts[kind] = await copyEvents(tx, kind, listEvents(kind), (written) => tell(before + written));
      before += counts[kind];
    }
    // markBallots knows by it which ballots are the rehearsal's.
    if (counts.ballot > 0) await tx`insert into vote.rehearsal_write (xid) values (pg_current_xact_id())`;
    await tx`
      update vote.rehearsal set played_until = ${new Date(untilMs).toISOString()},
        authorizations = authorizations + ${counts.authorization}, refusals = refusals + ${counts.refusal},
        ballots = ballots + ${counts.ballot}, corrections = corrections + ${counts.correction}`;
  });
  return counts;
}

async function copyEvents(
  tx: postgres.TransactionSql,
  kind: EventKind,
  events: Iterable<VotingEvent>,
  tell: (written: number) => void,
): Promise<number> {
  let copy: Writable | undefined;
  let written = 0;
  let chunk = '';
  for (const event of events) {
    copy ??= await tx.unsafe(`copy ${tables[kind]} from stdin`).writable();
    chunk += lineOf(event);
    written += 1;
    if (chunk.length < chunkBytes) continue;
    if (!copy.write(chunk)) await once(copy, 'drain');
    chunk = '';
    tell(written);
  }
  if (!copy) return 0;
  copy.end(chunk);
  await once(copy, 'finish');
  return written;
}

function lineOf(event: VotingEvent): string {
  const start = `${event.districtCode}\t${event.channel}\t${new Date(event.occurredAtMs).toISOString()}`;
  if (event.kind === 'refusal') return `${start}\t${event.reason}\n`;
  if (event.kind === 'correction') {
    return `${start}\t${event.deltaAuthorized}\t${event.deltaVoted}\t${escapeCopy(event.reason)}\trehearsal\n`;
  }
  return `${start}\n`;
}

/** Text as COPY's text format wants it. */
function escapeCopy(text: string): string {
  return text.replace(
    /[\\\t\n\r]/g,
    (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character] ?? '',
  );
}
