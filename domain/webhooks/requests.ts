import { z } from 'zod';
import { longestUrl, wantedEvents } from './webhook.ts';

const told = {
  url: z.string().trim().min(1, 'an address').max(longestUrl, `at most ${longestUrl} characters`),
  events: z
    .array(z.enum(wantedEvents))
    .min(1, 'at least one event')
    .max(wantedEvents.length)
    .transform((events) => wantedEvents.filter((event) => events.includes(event))),
};

export const CreateWebhook = z.strictObject(told);
export type CreateWebhook = z.infer<typeof CreateWebhook>;

/** `rowVersion`: of the webhook that was looked at. */
export const ChangeWebhook = z.strictObject({ ...told, rowVersion: z.int().positive().max(2_147_483_647) });
export type ChangeWebhook = z.infer<typeof ChangeWebhook>;
