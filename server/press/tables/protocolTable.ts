import { areaText, type ContestArea, listContestAreas } from './contestAreas.ts';
import { count, identifier, type Table } from './table.ts';

export const protocolTable: Table<ContestArea> = {
  name: 'protocols',
  path: 'protocols.csv',
  description: 'A row for each contest and area. votes + annulled + blank = (ballots - invalid) × votes_allowed.',
  primaryKey: ['contest_id', 'area'],
  foreignKeys: [{ fields: ['contest_id'], table: 'contests', reference: ['contest_id'] }],
  rows: listContestAreas,
  columns: [
    identifier('contest_id', 'The contest', ({ contest }) => contest.id),
    identifier(
      'area',
      'Codes of its districts, several with a space between where one had fewer than 10 ballots',
      ({ districtCodes }) => areaText(districtCodes),
    ),
    count('voted', 'Voters there, as the turnout board counts them', ({ figures }) => figures?.voted ?? null),
    count('ballots', 'Ballots, invalid ones too', ({ figures }) => figures?.ballots ?? null),
    count('invalid', 'Ballots that count for nobody', ({ figures }) => figures?.invalid ?? null),
    count('blank', 'Votes that valid ballots did not give', ({ figures }) => figures?.blank ?? null),
    count('votes', 'Votes that count', ({ figures }) => figures?.votes ?? null),
    count('annulled', 'Votes that a decision annulled', ({ figures }) => figures?.annulled ?? null),
  ],
};
