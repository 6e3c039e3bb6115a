import type { Instant } from '../schedule.ts';

/** What a webhook may ask to be told; `ping` goes to every one that is tested. */
export const wantedEvents = [
  'incident.opened',
  'incident.updated',
  'incident.resolved',
  'violations.counts_changed',
  'schedule.changed',
  'results.released',
  'results.corrected',
] as const;
export type WantedEvent = (typeof wantedEvents)[number];
export type WebhookEventType = WantedEvent | 'ping';

export const mostWebhooks = 20;
export const longestUrl = 500;
/** How long a secret is signed with after it was replaced. */
export const rotationHours = 24;
/** A webhook that failed for so long is switched off. */
export const failingDays = 5;

/** The log of a webhook: the newest deliveries are kept, others for so long, and no more than so many of those that arrived. */
export const keptDeliveries = 200;
export const keptDays = 30;
export const mostDeliveries = 10_000;

export const offReasons = ['person', 'gone', 'failing'] as const;
export type OffReason = (typeof offReasons)[number];

/** A webhook as its administrators see it, without its secrets. Real time. */
export interface Webhook {
  id: number;
  url: string;
  events: WantedEvent[];
  createdAt: Instant;
  createdBy: string;
  /** The last change of its address or events; null where there was none. */
  changed: { at: Instant; by: string } | null;
  /** Moves on with each such change. */
  rowVersion: number;
  off: { at: Instant; by: string; reason: OffReason } | null;
  lastSuccessAt: Instant | null;
  failingSince: Instant | null;
  /** Of what waits: how many, and when the first of them is tried. */
  waiting: number;
  nextAttemptAt: Instant | null;
  /** Until when the secret before the present one is signed with, too. */
  oldSecretUntil: Instant | null;
}

export const deliveryStates = ['pending', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface DeliveryAttempt {
  at: Instant;
  durationMs: number;
  status: number | null;
  error: string | null;
  excerpt: string | null;
}

/** One message to one webhook and what became of it. */
export interface Delivery {
  id: number;
  messageId: string;
  type: WebhookEventType;
  body: string;
  at: Instant;
  state: DeliveryState;
  /** Its turn, where it waits: those before it come first. */
  nextAttemptAt: Instant | null;
  /** The newest first. */
  attempts: DeliveryAttempt[];
}
