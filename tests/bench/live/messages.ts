import { z } from 'zod';

/** What the benchmark asks of a program full of clients. */
export const ClientRequest = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('open'),
    kind: z.enum(['socketIo', 'rawWs', 'polling']),
    port: z.int(),
    clients: z.int(),
    scope: z.string(),
  }),
  z.object({ ask: z.literal('begin'), base: z.int(), votes: z.int() }),
  z.object({ ask: z.literal('collect') }),
  z.object({ ask: z.literal('close') }),
]);
export type ClientRequest = z.infer<typeof ClientRequest>;

export const ClientReport = z.object({
  /** Messages or answers that carried figures, since `begin`. */
  deliveries: z.int(),
  /** Answers of any kind. */
  answers: z.int(),
  lastMs: z.array(z.number().nullable()),
  /** The different messages, as text, and the mean ms between them. */
  messages: z.array(z.string()),
  intervalMs: z.number().nullable(),
  cpuMs: z.number(),
});
export type ClientReport = z.infer<typeof ClientReport>;

/** What the benchmark asks of a server. */
export const ServerRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('start'), databaseUrl: z.string().optional() }),
  z.object({ ask: z.literal('usage') }),
  z.object({ ask: z.literal('memory') }),
  z.object({
    ask: z.literal('broadcast'),
    messages: z.array(z.string()),
    intervalMs: z.number(),
    times: z.int(),
    base: z.int(),
  }),
]);
export type ServerRequest = z.infer<typeof ServerRequest>;

export const Started = z.object({ port: z.int() });
export const Usage = z.object({ cpuMs: z.number(), atMs: z.number() });
export const Memory = z.object({ heapBytes: z.number(), externalBytes: z.number(), residentBytes: z.number() });
export type Memory = z.infer<typeof Memory>;
/** When each broadcast began. */
export const Broadcast = z.object({ startedMs: z.array(z.number()) });
export const Done = z.null();
