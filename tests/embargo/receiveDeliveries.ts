import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Database, sql } from '#db/client.ts';
import type { Report } from './report.ts';

/** What a receiver of webhooks that asked for everything was sent, headers and body, in its order. */
export interface DeliveryReceiver {
  url: string;
  sent: string[];
  stop(): Promise<void>;
}

export async function receiveDeliveries(): Promise<DeliveryReceiver> {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      sent.push(`${request.rawHeaders.join('\n')}\n${Buffer.concat(chunks).toString('utf8')}`);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    sent,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Every message that was sent, that waits or that was given up, and what is noted of the attempts. */
export async function searchDeliveries(owner: Database, { sent }: DeliveryReceiver, report: Report): Promise<void> {
  const kept = await owner.execute<{ id: string; states: string[] | null; text: string }>(sql`
    select e.id, array_agg(distinct d.state) as states, e.body || coalesce(string_agg(to_jsonb(a)::text, ','), '') as text
    from ops.webhook_event e left join ops.webhook_delivery d on d.event_id = e.id
    left join ops.webhook_attempt a on a.delivery_id = d.id group by e.id order by e.id`);
  for (const [index, message] of sent.entries()) report.look('deliveries', `message ${index + 1} that came`, message);
  for (const { id, states, text } of kept) report.look('deliveries', `message ${id}, ${states?.join(' and ')}`, text);
  // Nothing would be found where nothing is sent and nothing waits.
  if (sent.length === 0) report.problem('deliveries', 'the receiver', 'nothing was sent to it');
  if (!kept.some(({ states }) => states?.includes('pending')))
    report.problem('deliveries', 'the messages', 'none of them waits');
}
