import { type ContestResult, contestStates, resultRules, shareBases } from '#domain/results/edition.ts';
import { nameColumns } from './nameColumns.ts';
import { count, identifier, type Table } from './table.ts';

export const contestTable: Table<ContestResult> = {
  name: 'contests',
  path: 'contests.csv',
  description: 'A row a contest, with its sums. votes + annulled + blank = (ballots - invalid) × votes_allowed.',
  primaryKey: ['contest_id'],
  foreignKeys: [{ fields: ['unit_code'], table: 'turnout', reference: ['unit_code'] }],
  rows: (edition) => [...edition.contests],
  columns: [
    identifier('contest_id', 'Identifier of the contest, the same in every edition', (contest) => contest.id),
    identifier('unit_code', 'The unit whose voters vote in it', (contest) => contest.unitCode),
    ...nameColumns<ContestResult>((contest) => contest.names),
    { ...count('seats', 'Seats to fill', (contest) => contest.seats), required: true, minimum: 1 },
    {
      ...count('votes_allowed', 'Votes that one ballot may give', (contest) => contest.votesAllowed),
      required: true,
      minimum: 1,
    },
    {
      name: 'share_of',
      type: 'string',
      description: 'What a share of votes in it is a share of',
      required: true,
      enum: shareBases,
      cell: (contest) => contest.shareOf,
    },
    {
      name: 'state',
      type: 'string',
      description: 'uncontested: everybody is elected without a vote. withheld: not released, with the rule',
      required: true,
      enum: contestStates,
      cell: (contest) => contest.state,
    },
    {
      name: 'withheld_rule',
      type: 'string',
      description: 'The check that failed, or retracted; empty unless it is withheld',
      enum: resultRules,
      cell: (contest) => contest.withheld?.rule ?? null,
    },
    {
      name: 'votes_hidden',
      type: 'boolean',
      description: 'true where fewer than 10 ballots were cast in all, so that nobody can be told from the figures',
      required: true,
      cell: (contest) => contest.votesHidden,
    },
    count('voted', 'Voters, as the turnout board counts them', (contest) => contest.figures?.voted ?? null),
    count('ballots', 'Ballots, invalid ones too', (contest) => contest.figures?.ballots ?? null),
    count('invalid', 'Ballots that count for nobody', (contest) => contest.figures?.invalid ?? null),
    count('blank', 'Votes that valid ballots did not give', (contest) => contest.figures?.blank ?? null),
    count('votes', 'Votes that count', (contest) => contest.figures?.votes ?? null),
    count(
      'annulled',
      'Votes of candidacies whose votes a decision annulled',
      (contest) => contest.figures?.annulled ?? null,
    ),
  ],
};
