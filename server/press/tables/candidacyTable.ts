import { candidacyStatuses, voteTreatments } from '#domain/results/candidacy.ts';
import { type CandidacyResult, type ContestResult, outcomes, shareBases } from '#domain/results/edition.ts';
import { nameColumns } from './nameColumns.ts';
import { spreadsheetText } from './spreadsheetText.ts';
import { count, identifier, type Table } from './table.ts';

interface Row {
  contest: ContestResult;
  candidacy: CandidacyResult;
}

export const candidacyTable: Table<Row> = {
  name: 'candidacies',
  path: 'candidacies.csv',
  description: 'A row a candidacy, with its result in the whole contest.',
  primaryKey: ['candidacy_id'],
  foreignKeys: [
    { fields: ['contest_id'], table: 'contests', reference: ['contest_id'] },
    { fields: ['unit_code'], table: 'turnout', reference: ['unit_code'] },
  ],
  rows: (edition) =>
    edition.contests.flatMap((contest) => contest.candidacies.map((candidacy) => ({ contest, candidacy }))),
  columns: [
    identifier('contest_id', 'The contest it stands in', ({ contest }) => contest.id),
    identifier('unit_code', 'The unit of the contest', ({ contest }) => contest.unitCode),
    identifier(
      'candidacy_id',
      'Identifier of the candidacy, the same in every edition',
      ({ candidacy }) => candidacy.id,
    ),
    {
      ...count<Row>('ballot_number', 'Place on the ballot', ({ candidacy }) => candidacy.ballotNumber),
      required: true,
      minimum: 1,
    },
    ...nameColumns<Row>(({ candidacy }) => candidacy.names),
    {
      name: 'candidacy_status',
      type: 'string',
      description: 'Only a registered candidacy can get a seat',
      required: true,
      enum: candidacyStatuses,
      cell: ({ candidacy }) => candidacy.status,
    },
    {
      name: 'decision_number',
      type: 'string',
      description: 'Number of the decision behind the status, empty where there is none',
      cell: ({ candidacy }) => (candidacy.decision ? spreadsheetText(candidacy.decision.number) : null),
    },
    {
      name: 'votes_treatment',
      type: 'string',
      description: 'What the decision does with its votes, empty where there is none',
      enum: voteTreatments,
      cell: ({ candidacy }) => candidacy.decision?.votes ?? null,
    },
    count('votes', 'Votes on valid ballots, annulled ones too', ({ candidacy }) => candidacy.votes),
    {
      name: 'share_of',
      type: 'string',
      description: 'What a share of these votes is a share of',
      required: true,
      enum: shareBases,
      cell: ({ contest }) => contest.shareOf,
    },
    count('share_base', 'That many: share = votes / share_base', ({ contest }) => shareBase(contest)),
    {
      ...count<Row>('rank', '1 for the most votes; equal votes share a rank', ({ candidacy }) => candidacy.rank),
      minimum: 1,
    },
    {
      name: 'outcome',
      type: 'string',
      description: 'Whether it has a seat; empty before the results and where the contest is withheld',
      enum: outcomes,
      cell: ({ candidacy }) => candidacy.outcome,
    },
  ],
};

function shareBase({ figures, shareOf }: ContestResult): number | null {
  if (!figures) return null;
  return shareOf === 'ballots' ? figures.ballots : figures.votes;
}
