/** What one district reports of one contest: by a count of the vote database's choices, or by a protocol on paper. */
export interface Protocol {
  contestId: string;
  districtCode: string;
  /** Voters whose ballot was counted, invalid ones among them. */
  ballots: number;
  /** Ballots that count for nobody. */
  invalid: number;
  /** Votes that valid ballots could have given in this contest and did not. */
  blank: number;
  /** By candidacy, every one of the contest, also those with none. */
  votes: ReadonlyMap<string, number>;
}

/** The draw that decided a tie: who drew, and in which order the candidacies came out (the first has the seat first). */
export interface Lot {
  contestId: string;
  order: readonly string[];
  drawnBy: string;
  drawnAt: string;
}
