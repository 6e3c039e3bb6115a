import { z } from 'zod';
import { InvalidInput } from '#domain/errors.ts';
import { UnitCode } from '#domain/geography.ts';
import { Channel } from '#domain/turnout.ts';
import { type Database, sql } from '../client.ts';
import { Marks } from './marks.ts';
import { withVoteErrors } from './voteErrors.ts';

export const BallotRecord = z.strictObject({
  districtCode: UnitCode,
  channel: Channel.exclude(['online']),
  marks: Marks,
});
export type BallotRecord = z.infer<typeof BallotRecord>;

/** Records a ballot cast at a station or on paper; throws Forbidden outside its window, InvalidInput where it is not valid. */
export async function recordBallot(db: Database, record: BallotRecord): Promise<void> {
  const parsed = BallotRecord.safeParse(record);
  if (!parsed.success) throw new InvalidInput(z.prettifyError(parsed.error));
  const { districtCode, channel, marks } = parsed.data;
  await withVoteErrors(() =>
    db.execute(sql`
      select vote.record_ballot(${districtCode}::text, ${channel}::text, ${JSON.stringify(marks)}::jsonb)
    `),
  );
}
