import type { Delivery, Webhook, WebhookEventType } from '#domain/webhooks/webhook.ts';

export interface WebhookList {
  webhooks: Webhook[];
}

/** A page of the log of one webhook. */
export interface DeliveryList {
  deliveries: Delivery[];
  isWhole: boolean;
}

export const webhooksPath = '/api/ops/webhooks';

/** An event's name as a key of messages, which have no dots. */
export function eventKey(type: WebhookEventType) {
  return type.replace('.', '_') as EventKey<WebhookEventType>;
}
type EventKey<Type extends string> = Type extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Type;
