import type { Edition } from '#domain/results/edition.ts';
import { zoneOffsetMs } from '#domain/zonedTime.ts';
import { ballotCounts } from './ballotCounts.ts';
import { candidates, persons } from './candidates.ts';
import { candidateContest, office } from './contests.ts';
import { nistIds } from './nistIds.ts';
import { internationalText, otherIdentifier } from './nistText.ts';
import { reportingUnits } from './reportingUnits.ts';

const notes = [
  'Undervotes are votes that valid ballots could have given and did not.',
  'Ballots of a contest are in BallotCounts with its id in OtherType, invalid ones as BallotsRejected.',
  'VoteCounts of type other, "annulled", are votes that a decision annulled; they count for nobody.',
  'Candidates who were removed or have died are "withdrawn" here, with "saylau-status" as the word of the decision.',
  'A merged unit stands for districts of which one had fewer than 10 ballots.',
  'Counts are of all channels together; CountStatus names the channels.',
].join(' ');

/** The edition as NIST SP 1500-100 revision 2 (JSON). */
export function renderNist(edition: Edition): string {
  const { head, electionNames, contests } = edition;
  const report = {
    '@type': 'ElectionResults.ElectionReport',
    Format: 'summary-contest',
    GeneratedDate: wholeSeconds(head.sealedAt),
    Issuer: electionNames.en,
    IssuerAbbreviation: head.electionId,
    SequenceStart: head.edition + 1,
    SequenceEnd: head.edition + 1,
    Status: reportStatus(edition),
    IsTest: head.isTest,
    ...(head.isTest && { TestType: 'rehearsal: figures, candidates and voters are invented' }),
    VendorApplicationId: 'saylau',
    Notes: head.reason ? `Correction: ${head.reason.en} ${notes}` : notes,
    ExternalIdentifier: [
      otherIdentifier('saylau-election-id', head.electionId),
      otherIdentifier('saylau-edition', String(head.edition)),
      ...(head.corrects === null ? [] : [otherIdentifier('saylau-corrects-edition', String(head.corrects))]),
    ],
    GpUnit: reportingUnits(edition),
    Office: contests.map(office),
    Person: contests.flatMap(persons),
    Election: [electionOf(edition)],
  };
  return `${JSON.stringify(report)}\n`;
}

function electionOf({ electionNames, units, contests, channels, timeZone, opensAt, closesAt }: Edition) {
  const country = units.find(({ level }) => level === 'country');
  if (!country) throw new Error('An edition without a country');
  return {
    '@type': 'ElectionResults.Election',
    Name: internationalText(electionNames),
    // Which of the format's kinds an election is, the board is not told.
    Type: 'other',
    OtherType: 'election',
    StartDate: localDate(opensAt, timeZone),
    EndDate: localDate(closesAt, timeZone),
    ElectionScopeId: nistIds.unit(country.code),
    Candidate: contests.flatMap(candidates),
    Contest: contests.map((contest, index) => candidateContest(contest, index + 1, channels)),
    BallotCounts: contests.flatMap(ballotCounts),
  };
}

/** Never `certified`: that is an act of the commission, of which the board keeps no record. */
function reportStatus({ head, contests }: Edition): string {
  if (head.status === 'pre-election') return 'pre-election';
  if (head.corrects !== null) return 'correction';
  return contests.some(({ state }) => state === 'withheld') ? 'unofficial-partial' : 'unofficial-complete';
}

/** The format's time has no fraction of a second. */
function wholeSeconds(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

function localDate(instant: string, timeZone: string): string {
  const atMs = Date.parse(instant);
  return new Date(atMs + zoneOffsetMs(atMs, timeZone)).toISOString().slice(0, 10);
}
