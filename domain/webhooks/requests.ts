import { z } from 'zod';
import { longestUrl, wantedEvents } from './webhook.ts';

export const CreateWebhook = z.strictObject({
  url: z.string().trim().min(1, 'an address').max(longestUrl, `at most ${longestUrl} characters`),
  events: z
    .array(z.enum(wantedEvents))
    .min(1, 'at least one event')
    .max(wantedEvents.length)
    .transform((events) => wantedEvents.filter((event) => events.includes(event))),
});
export type CreateWebhook = z.infer<typeof CreateWebhook>;
