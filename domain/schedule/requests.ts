import { z } from 'zod';
import { plainText } from '../incidents/plainText.ts';
import { Instant } from '../schedule.ts';
import { Channel } from '../turnout.ts';
import { decidedByLength, noteLength, reasonLength } from './lengths.ts';

const publicText = (most: number) => z.strictObject({ kk: plainText(most), ru: plainText(most), en: plainText(most) });

const announced = {
  reason: publicText(reasonLength),
  /** The body that decided. */
  decidedBy: publicText(decidedByLength),
  /** When that was announced which the proposer saw in force: null where nothing was, left out where it is not asked. */
  seenAt: Instant.nullable().optional(),
};

export const ProposeWindow = z.strictObject({
  kind: z.literal('window'),
  channel: Channel,
  /** As in force where it is left out. */
  opensAt: Instant.optional(),
  closesAt: Instant,
  ...announced,
});
export const ProposePublication = z.strictObject({ kind: z.literal('publication'), publishAt: Instant, ...announced });

/** A change of the schedule in the words that the public will read. */
export const ProposeSchedule = z.discriminatedUnion('kind', [ProposeWindow, ProposePublication]);
export type ProposeSchedule = z.infer<typeof ProposeSchedule>;

export const ConfirmProposal = z.strictObject({});
export const DeclineProposal = z.strictObject({ reason: plainText(noteLength) });
export const WithdrawProposal = z.strictObject({ reason: plainText(noteLength).optional() });
