import { z } from 'zod';
import type { NumberedRow } from '#server/packages/readTable.ts';

const Id = z.string().min(1, 'some text');
const Count = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number from 0 to 999999999')
  .transform(Number);

/** One candidacy's line in the protocol of a contest in a district, as it stands in the file. */
export const ProtocolRow = z.object({
  contest_id: Id,
  district_code: Id,
  candidacy_id: Id,
  votes: Count,
  ballots: Count,
  blank: Count,
  invalid: Count,
});
export type ProtocolRow = z.infer<typeof ProtocolRow>;

/** The lines of one contest in one district. */
export interface ProtocolLines {
  contestId: string;
  districtCode: string;
  lines: NumberedRow<ProtocolRow>[];
}

export function groupProtocols(rows: readonly NumberedRow<ProtocolRow>[]): ProtocolLines[] {
  const protocols = new Map<string, ProtocolLines>();
  for (const numbered of rows) {
    const { contest_id: contestId, district_code: districtCode } = numbered.row;
    const key = `${contestId}\t${districtCode}`;
    const protocol = protocols.get(key);
    if (protocol) protocol.lines.push(numbered);
    else protocols.set(key, { contestId, districtCode, lines: [numbered] });
  }
  return [...protocols.values()];
}
