import type { CandidacyResult } from '#domain/results/edition.ts';
import { areaText, areaVotes, type ContestArea, listContestAreas } from './contestAreas.ts';
import { count, identifier, type Table } from './table.ts';

interface Row {
  area: ContestArea;
  candidacy: CandidacyResult;
}

export const voteTable: Table<Row> = {
  name: 'votes',
  path: 'votes.csv',
  description: 'A row for each contest, area and candidacy: the most detailed figures there are.',
  primaryKey: ['contest_id', 'area', 'candidacy_id'],
  foreignKeys: [
    { fields: ['contest_id', 'area'], table: 'protocols', reference: ['contest_id', 'area'] },
    { fields: ['candidacy_id'], table: 'candidacies', reference: ['candidacy_id'] },
  ],
  rows: (edition) =>
    listContestAreas(edition).flatMap((area) => area.contest.candidacies.map((candidacy) => ({ area, candidacy }))),
  columns: [
    identifier('contest_id', 'The contest', ({ area }) => area.contest.id),
    identifier(
      'area',
      'Codes of its districts, several with a space between where one had fewer than 10 ballots',
      ({ area }) => areaText(area.districtCodes),
    ),
    identifier('candidacy_id', 'The candidacy', ({ candidacy }) => candidacy.id),
    count('votes', 'Votes on valid ballots, annulled ones too', ({ area, candidacy }) => areaVotes(area, candidacy.id)),
  ],
};
