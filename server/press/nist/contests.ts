import type { CandidacyResult, ContestResult, Edition } from '#domain/results/edition.ts';
import { treatmentOf } from '#domain/results/standing.ts';
import { channelType } from './channelType.ts';
import { type CountedArea, countedAreas } from './countedAreas.ts';
import { nistIds } from './nistIds.ts';
import { internationalText, otherIdentifier } from './nistText.ts';

/** The office that a contest fills. */
export function office({ id, names, unitCode }: ContestResult) {
  return {
    '@id': nistIds.office(id),
    '@type': 'ElectionResults.Office',
    Name: internationalText(names),
    ElectionDistrictId: nistIds.unit(unitCode),
  };
}

export function candidateContest(contest: ContestResult, sequence: number, channels: Edition['channels']) {
  const { id, names, unitCode, seats, votesAllowed, candidacies } = contest;
  const areas = countedAreas(contest);
  return {
    '@id': nistIds.contest(id),
    '@type': 'ElectionResults.CandidateContest',
    Name: names.en,
    BallotTitle: internationalText(names),
    ElectionDistrictId: nistIds.unit(unitCode),
    OfficeIds: [nistIds.office(id)],
    SequenceOrder: sequence,
    NumberElected: seats,
    VotesAllowed: votesAllowed,
    VoteVariation: votesAllowed === 1 && seats === 1 ? 'plurality' : 'n-of-m',
    ExternalIdentifier: contestIdentifiers(contest),
    CountStatus: countStatus(contest, channels),
    ContestSelection: candidacies.map((candidacy) => selection(candidacy, areas)),
    ...(areas.length > 0 && { OtherCounts: areas.map(undervotes) }),
  };
}

function selection(candidacy: CandidacyResult, areas: readonly CountedArea[]) {
  // Votes that a decision annulled count for nobody: a sum over `total` must not take them in.
  const type = treatmentOf(candidacy) === 'annulled' ? { Type: 'other', OtherType: 'annulled' } : { Type: 'total' };
  return {
    '@id': nistIds.selection(candidacy.id),
    '@type': 'ElectionResults.CandidateSelection',
    CandidateIds: [nistIds.candidate(candidacy.id)],
    SequenceOrder: candidacy.ballotNumber,
    ...(areas.length > 0 && {
      VoteCounts: areas.map(({ gpUnitId, votesOf }) => ({
        '@type': 'ElectionResults.VoteCounts',
        GpUnitId: gpUnitId,
        ...type,
        Count: votesOf(candidacy.id),
      })),
    }),
  };
}

function undervotes({ gpUnitId, figures }: CountedArea) {
  return { '@type': 'ElectionResults.OtherCounts', GpUnitId: gpUnitId, Undervotes: figures.blank };
}

function contestIdentifiers({ id, shareOf, state, withheld }: ContestResult) {
  return [
    otherIdentifier('saylau-contest-id', id),
    otherIdentifier('saylau-share-of', shareOf),
    otherIdentifier('saylau-state', state),
    ...(withheld ? [otherIdentifier('saylau-withheld', withheld.rule, withheld.reason?.en)] : []),
  ];
}

function countStatus({ state }: ContestResult, channels: Edition['channels']) {
  const status = countStatuses[state];
  return [{ Type: 'total' }, ...channels.map(channelType)].map((type) => ({
    '@type': 'ElectionResults.CountStatus',
    ...type,
    Status: status,
  }));
}

const countStatuses: Record<ContestResult['state'], string> = {
  'pre-election': 'not-processed',
  counted: 'completed',
  uncontested: 'completed',
  withheld: 'in-process',
};
