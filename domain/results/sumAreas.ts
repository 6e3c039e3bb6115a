import type { AreaResult } from './edition.ts';
import type { Protocol } from './protocol.ts';

/** A protocol as a part of its contest; `annulled` are the candidacies whose votes count for nobody. */
export function toArea(
  protocol: Protocol,
  candidacyIds: readonly string[],
  annulled: ReadonlySet<string>,
  voted: number | null,
): AreaResult {
  const area: AreaResult = {
    voted,
    ballots: protocol.ballots,
    invalid: protocol.invalid,
    blank: protocol.blank,
    votes: 0,
    annulled: 0,
    districtCodes: [protocol.districtCode],
    votesByCandidacy: {},
  };
  for (const id of candidacyIds) {
    const votes = protocol.votes.get(id) ?? 0;
    area.votesByCandidacy[id] = votes;
    if (annulled.has(id)) area.annulled += votes;
    else area.votes += votes;
  }
  return area;
}

/** All the parts as one; `voted` is unknown where it is for one of them. */
export function sumAreas(parts: readonly AreaResult[]): AreaResult {
  const sum: AreaResult = {
    voted: 0,
    ballots: 0,
    invalid: 0,
    blank: 0,
    votes: 0,
    annulled: 0,
    districtCodes: [],
    votesByCandidacy: {},
  };
  const votesByCandidacy = new Map<string, number>();
  for (const part of parts) {
    sum.voted = sum.voted === null || part.voted === null ? null : sum.voted + part.voted;
    sum.ballots += part.ballots;
    sum.invalid += part.invalid;
    sum.blank += part.blank;
    sum.votes += part.votes;
    sum.annulled += part.annulled;
    sum.districtCodes.push(...part.districtCodes);
    for (const [id, votes] of Object.entries(part.votesByCandidacy)) {
      votesByCandidacy.set(id, (votesByCandidacy.get(id) ?? 0) + votes);
    }
  }
  return { ...sum, votesByCandidacy: Object.fromEntries(votesByCandidacy) };
}
