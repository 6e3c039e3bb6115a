import { incidentId } from '#domain/incidents/incidentId.ts';
import { editionMessage } from '#domain/webhooks/editionMessage.ts';
import { incidentMessages } from '#domain/webhooks/incidentMessages.ts';
import type { MessageHead, WebhookMessage } from '#domain/webhooks/message.ts';
import { sql, type Transaction, toInstant } from '../client.ts';
import { findPublicIncidents } from '../incidents/listPublicIncidents.ts';
import { listEditions } from '../queries/listEditions.ts';
import { readCountsNews } from './readCountsNews.ts';
import { readScheduleNews } from './readScheduleNews.ts';
import { isUnseen, markSeen } from './seen.ts';

/** What public changes were not told yet, in the order of their times; from now on they are. */
export async function readNews(tx: Transaction): Promise<WebhookMessage[]> {
  const { head, now } = await readHead(tx);
  const news = [
    ...(await readIncidentNews(tx, head)),
    ...(await readScheduleNews(tx, head)),
    ...(await readEditionNews(tx, head)),
    ...(await readCountsNews(tx, head, now)),
  ];
  return news.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
}

async function readHead(tx: Transaction): Promise<{ head: MessageHead; now: string }> {
  const [row] = await tx.execute<{ id: string; is_test: boolean; version: string; now: string }>(sql`
    select e.id, e.is_test, v.version, board.election_now() as now from board.election e cross join board.version v`);
  if (!row) throw new Error('no election is loaded');
  return {
    head: { electionId: row.id, isTest: row.is_test, version: Number(row.version) },
    now: toInstant(row.now),
  };
}

async function readIncidentNews(tx: Transaction, head: MessageHead): Promise<WebhookMessage[]> {
  const fresh = await tx.execute<{ number: number }>(sql`
    select number from ops.public_incident i where ${isUnseen('incident', sql`i.number`)}`);
  const entries = await tx.execute<{ id: string; number: number }>(sql`
    select id, number from ops.public_update u where ${isUnseen('update', sql`u.id`)}`);
  const newNumbers = fresh.map(({ number }) => number);
  const updateIds = entries.map(({ id }) => Number(id));
  await markSeen(tx, 'incident', newNumbers);
  await markSeen(tx, 'update', updateIds);
  const isNew = new Set(newNumbers.map(incidentId));
  const numbers = new Set([...newNumbers, ...entries.map(({ number }) => number)]);
  const incidents = numbers.size === 0 ? [] : await findPublicIncidents(tx, [...numbers]);
  return incidents.flatMap((incident) =>
    incidentMessages(incident, { head, isNew: isNew.has(incident.id), updateIds: new Set(updateIds) }),
  );
}

async function readEditionNews(tx: Transaction, head: MessageHead): Promise<WebhookMessage[]> {
  const fresh = await tx.execute<{ number: number }>(sql`
    select number from published.edition e where e.number > 0 and ${isUnseen('edition', sql`e.number`)}`);
  if (fresh.length === 0) return [];
  const numbers = new Set(fresh.map(({ number }) => number));
  await markSeen(tx, 'edition', [...numbers]);
  return (await listEditions(tx)).flatMap(({ number, releasedAt, manifestHash, reason }) =>
    numbers.has(number) && releasedAt !== null
      ? [editionMessage({ number, releasedAt, manifestHash, reason }, head)]
      : [],
  );
}
