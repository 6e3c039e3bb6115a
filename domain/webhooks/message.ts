import { z } from 'zod';
import { IncidentUpdate, PublicIncident } from '../incidents/incident.ts';
import { Names } from '../languages.ts';
import { Instant, PublicationChange, WindowChange } from '../schedule.ts';
import { PublicCases } from '../violations/violation.ts';

/** In every message: which election, whether it is a rehearsal, and the board's version when the message was made. */
const common = { electionId: z.string(), isTest: z.boolean(), version: z.int().nonnegative() };

const aboutIncident = z.strictObject({
  ...common,
  incident: PublicIncident,
  /** The entry of its timeline that this is about; null where the incident is new to the public as a whole. */
  update: IncidentUpdate.nullable(),
});

const aboutEdition = z.strictObject({
  ...common,
  edition: z.int().positive(),
  /** The edition that it takes the place of. */
  corrects: z.int().positive().nullable(),
  releasedAt: Instant,
  manifestHash: z.string().regex(/^[\da-f]{64}$/),
  reason: Names.nullable(),
  /** Paths on the board's web server. No figure stands in a message: it is fetched, and can be verified. */
  links: z.strictObject({ manifest: z.string(), summary: z.string(), changes: z.string(), bundle: z.string() }),
});

const aboutSchedule = z.strictObject({
  ...common,
  /** What was announced: one of the two. */
  window: WindowChange.nullable(),
  publication: PublicationChange.nullable(),
});

/** What a webhook is sent. `timestamp` is of the election's clock. */
export const WebhookMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ping'), timestamp: Instant, data: z.strictObject(common) }),
  z.strictObject({ type: z.literal('incident.opened'), timestamp: Instant, data: aboutIncident }),
  z.strictObject({ type: z.literal('incident.updated'), timestamp: Instant, data: aboutIncident }),
  z.strictObject({ type: z.literal('incident.resolved'), timestamp: Instant, data: aboutIncident }),
  z.strictObject({
    type: z.literal('violations.counts_changed'),
    timestamp: Instant,
    data: z.strictObject({ ...common, cases: PublicCases }),
  }),
  z.strictObject({ type: z.literal('schedule.changed'), timestamp: Instant, data: aboutSchedule }),
  z.strictObject({ type: z.literal('results.released'), timestamp: Instant, data: aboutEdition }),
  z.strictObject({ type: z.literal('results.corrected'), timestamp: Instant, data: aboutEdition }),
]);
export type WebhookMessage = z.infer<typeof WebhookMessage>;
/** What stands in every message. */
export type MessageHead = z.infer<z.ZodObject<typeof common>>;
