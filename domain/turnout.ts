import { z } from 'zod';

export const channels = ['online', 'station', 'paper'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

export const refusalReasons = ['not_on_roll', 'iin_used', 'phone_used', 'ip_used', 'outside_window'] as const;
export const RefusalReason = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof RefusalReason>;

const Count = z.int().nonnegative();

/** Voters by channel, distinct voters whose ballot was accepted. */
export const VotedByChannel = z.strictObject({ online: Count, station: Count, paper: Count });
export type VotedByChannel = z.infer<typeof VotedByChannel>;

/**
 * What is known of one unit. `eligible` is on the roll, `specialList` was added on the day: both may vote.
 * `authorized` and `refused` are of the online channel only. Integers; a ratio is made where it is shown.
 */
export const Figures = z.strictObject({
  eligible: Count,
  specialList: Count,
  authorized: Count,
  refused: Count,
  refusedByReason: z.partialRecord(RefusalReason, Count),
  voted: Count,
  votedByChannel: VotedByChannel,
});
export type Figures = z.infer<typeof Figures>;

export const noFigures: Figures = {
  eligible: 0,
  specialList: 0,
  authorized: 0,
  refused: 0,
  refusedByReason: {},
  voted: 0,
  votedByChannel: { online: 0, station: 0, paper: 0 },
};

export function sumFigures(parts: Iterable<Figures>): Figures {
  const sum: Figures = { ...noFigures, refusedByReason: {}, votedByChannel: { ...noFigures.votedByChannel } };
  for (const part of parts) {
    sum.eligible += part.eligible;
    sum.specialList += part.specialList;
    sum.authorized += part.authorized;
    sum.refused += part.refused;
    sum.voted += part.voted;
    for (const channel of channels) sum.votedByChannel[channel] += part.votedByChannel[channel];
    for (const reason of refusalReasons) {
      const count = part.refusedByReason[reason];
      if (count) sum.refusedByReason[reason] = (sum.refusedByReason[reason] ?? 0) + count;
    }
  }
  return sum;
}

export { electorate, onlineVotedOfAuthorized, permille, votedOfEligible } from './ratio.ts';
