import { candidacyStatuses } from '#domain/results/candidacy.ts';
import { type CandidacyResult, type ContestResult, outcomes } from '#domain/results/edition.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { areaText, areaVotes, type ContestArea } from './contestAreas.ts';
import { nameColumns } from './nameColumns.ts';
import { count, identifier, type Table } from './table.ts';

interface Row {
  candidacy: CandidacyResult;
  /** Null in the row of its total. */
  area: ContestArea | null;
}

/** One contest for a spreadsheet: a total for each candidacy, then its votes in each area. */
export function contestVotesTable(contest: ContestResult, areas: readonly ContestArea[]): Table<Row> {
  return {
    name: `contest-${contest.id}`,
    path: resultPaths.contestTable(contest.id),
    description: 'A row for the total of each candidacy, and one for each of its areas.',
    primaryKey: ['row', 'area', 'candidacy_id'],
    foreignKeys: [{ fields: ['candidacy_id'], table: 'candidacies', reference: ['candidacy_id'] }],
    rows: () =>
      contest.candidacies.flatMap((candidacy) => [
        { candidacy, area: null },
        ...areas.map((area) => ({ candidacy, area })),
      ]),
    columns: [
      identifier('contest_id', 'The contest', () => contest.id),
      {
        name: 'row',
        type: 'string',
        description: 'total of the candidacy, or one area',
        required: true,
        enum: ['total', 'area'],
        cell: ({ area }) => (area ? 'area' : 'total'),
      },
      {
        name: 'area',
        type: 'string',
        description: 'Codes of its districts, several with a space between; empty in a total',
        cell: ({ area }) => (area ? areaText(area.districtCodes) : null),
      },
      identifier('candidacy_id', 'The candidacy', ({ candidacy }) => candidacy.id),
      count('ballot_number', 'Place on the ballot', ({ candidacy }) => candidacy.ballotNumber),
      ...nameColumns<Row>(({ candidacy }) => candidacy.names),
      {
        name: 'candidacy_status',
        type: 'string',
        description: 'Only a registered candidacy can get a seat',
        required: true,
        enum: candidacyStatuses,
        cell: ({ candidacy }) => candidacy.status,
      },
      count('votes', 'Votes on valid ballots, annulled ones too', ({ area, candidacy }) =>
        area ? areaVotes(area, candidacy.id) : candidacy.votes,
      ),
      count('rank', 'Of the whole contest', ({ candidacy }) => candidacy.rank),
      {
        name: 'outcome',
        type: 'string',
        description: 'Of the whole contest; empty before the results and where it is withheld',
        enum: outcomes,
        cell: ({ candidacy }) => candidacy.outcome,
      },
    ],
  };
}
