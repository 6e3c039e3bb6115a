import type { PublicIncident } from '../incidents/incident.ts';
import type { MessageHead, WebhookMessage } from './message.ts';

/** What is to be told of an incident: all of it where it is new to the public, else each entry of its timeline not told yet. */
export function incidentMessages(
  incident: PublicIncident,
  { head, isNew, updateIds }: { head: MessageHead; isNew: boolean; updateIds: ReadonlySet<number> },
): WebhookMessage[] {
  const data = { ...head, incident };
  if (isNew) {
    const [newest] = incident.updates;
    const opened: WebhookMessage = {
      type: 'incident.opened',
      timestamp: newest?.at ?? incident.openedAt,
      data: { ...data, update: null },
    };
    if (incident.resolvedAt === null) return [opened];
    return [
      opened,
      { type: 'incident.resolved', timestamp: incident.resolvedAt, data: { ...data, update: newest ?? null } },
    ];
  }
  const timeline = [...incident.updates].reverse();
  return timeline.flatMap((update, index) => {
    if (!updateIds.has(update.id)) return [];
    const isEnd = update.state === 'resolved' && timeline[index - 1]?.state !== 'resolved';
    return [
      {
        type: isEnd ? 'incident.resolved' : 'incident.updated',
        timestamp: update.at,
        data: { ...data, update },
      } satisfies WebhookMessage,
    ];
  });
}
