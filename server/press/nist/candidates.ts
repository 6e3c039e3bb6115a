import type { CandidacyResult, ContestResult, Outcome } from '#domain/results/edition.ts';
import { nistIds } from './nistIds.ts';
import { internationalText, otherIdentifier } from './nistText.ts';

/** A person for each candidacy: whether two of the same name are one person is not known. */
export function persons({ candidacies }: ContestResult) {
  return candidacies.map(({ id, names }) => ({
    '@id': nistIds.person(id),
    '@type': 'ElectionResults.Person',
    FullName: internationalText(names),
  }));
}

export function candidates({ candidacies }: ContestResult) {
  return candidacies.map((candidacy) => ({
    '@id': nistIds.candidate(candidacy.id),
    '@type': 'ElectionResults.Candidate',
    BallotName: internationalText(candidacy.names),
    PersonId: nistIds.person(candidacy.id),
    PreElectionStatus: candidacy.status === 'registered' ? 'qualified' : 'withdrawn',
    ...(candidacy.outcome &&
      postElectionStatus[candidacy.outcome] && {
        PostElectionStatus: postElectionStatus[candidacy.outcome],
      }),
    ExternalIdentifier: candidacyIdentifiers(candidacy),
  }));
}

/** Null where the format has no word and leaving the status out says it best. */
const postElectionStatus: Record<Outcome, string | null> = {
  elected: 'winner',
  elected_by_lot: 'winner',
  elected_unopposed: 'winner',
  not_elected: 'defeated',
  tied: null,
  pending: null,
  not_eligible: 'withdrawn',
};

/** The format knows neither removed nor deceased, nor an outcome by lot: our own words stand beside its own. */
function candidacyIdentifiers({ id, status, decision, outcome }: CandidacyResult) {
  return [
    otherIdentifier('saylau-candidacy-id', id),
    ...(status === 'registered' ? [] : [otherIdentifier('saylau-status', status)]),
    ...(decision
      ? [
          otherIdentifier('saylau-decision', decision.number, decision.reason.en),
          otherIdentifier('saylau-votes-treatment', decision.votes),
        ]
      : []),
    ...(outcome ? [otherIdentifier('saylau-outcome', outcome)] : []),
  ];
}
