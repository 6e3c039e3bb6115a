import { describe, expect, it } from 'vitest';
import type { EditionInput } from '#domain/results/composeEdition.ts';
import { renderNist } from '#server/press/nist/renderNist.ts';
import { composeSmallEdition, firstHead } from '#tests/support/smallResults.ts';
import { hasSchema, listNodes, listReferences, type Node, schemaProblems } from './nistReport.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const reasons = { kk: 'себеп', ru: 'причина', en: 'a protocol was entered twice' };
const correction = { ...firstHead, edition: 2, corrects: 1, reason: reasons };

const editions: Record<string, Partial<EditionInput>> = {
  'the zero feed': { protocols: null },
  'the first edition, with a hidden, a tied and an uncontested contest': {},
  'an edition with a withheld contest': { retractions: new Map([['council-A', names('recount')]]) },
  'a correction': { head: correction },
  'the real thing': { head: { ...firstHead, isTest: false } },
};

function reportOf(options: Partial<EditionInput> = {}): Node {
  return JSON.parse(renderNist(composeSmallEdition(options)));
}

function nodesOf(type: string, report: Node): Node[] {
  return listNodes(report).filter((node) => node['@type'] === `ElectionResults.${type}`);
}

function getNode(id: string, report: Node): Node {
  const node = listNodes(report).find((candidate) => candidate['@id'] === id);
  if (!node) throw new Error(`no ${id}`);
  return node;
}

describe.each(Object.entries(editions))('%s', (_, options) => {
  it.skipIf(!hasSchema)('is valid by the schema of NIST', () => {
    expect(schemaProblems(reportOf(options))).toEqual([]);
  });

  it('has each identifier once, and all that it refers to', () => {
    const nodes = listNodes(reportOf(options));
    const ids = nodes.flatMap((node) => node['@id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const references = listReferences(nodes);
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

it.skipIf(!hasSchema)('the schema would find a report that is not as it should be', () => {
  expect(schemaProblems({ ...reportOf(), Status: 'final' })).not.toEqual([]);
});

it('a zero feed has every candidate and no count', () => {
  const report = reportOf({ protocols: null });
  expect(report).toMatchObject({ Status: 'pre-election', SequenceStart: 1, SequenceEnd: 1, IsTest: true });
  expect(nodesOf('Candidate', report)).toHaveLength(18);
  for (const type of ['VoteCounts', 'OtherCounts', 'BallotCounts']) expect(nodesOf(type, report)).toEqual([]);
  const units = nodesOf('ReportingUnit', report);
  expect(units.filter((unit) => 'VotersParticipated' in unit)).toEqual([]);
  expect(units.every((unit) => Number(unit.VotersRegistered) > 0)).toBe(true);
});

it('an edition tells its number and its kind', () => {
  expect(reportOf()).toMatchObject({
    Status: 'unofficial-complete',
    SequenceStart: 2,
    SequenceEnd: 2,
    GeneratedDate: '2020-10-04T10:00:00Z',
  });
  expect(reportOf(editions['an edition with a withheld contest'])).toMatchObject({ Status: 'unofficial-partial' });
  const corrected = reportOf({ head: correction });
  expect(corrected).toMatchObject({ Status: 'correction', SequenceStart: 3 });
  expect(corrected.Notes).toContain('a protocol was entered twice');
  expect(reportOf(editions['the real thing'])).not.toHaveProperty('TestType');
});

it('voting days are those of the election, not of Greenwich', () => {
  expect(nodesOf('Election', reportOf())[0]).toMatchObject({ StartDate: '2020-10-01', EndDate: '2020-10-04' });
});

it('merged districts are one unit that is made of them', () => {
  const report = reportOf();
  expect(getNode('unit-XX-B-1_XX-B-2', report)).toMatchObject({
    OtherType: 'merged',
    ComposingGpUnitIds: ['unit-XX-B-1', 'unit-XX-B-2'],
  });
  const counts = nodesOf('VoteCounts', getNode('selection-president-1', report));
  expect(counts.map(({ GpUnitId, Count }) => [GpUnitId, Count])).toEqual([
    ['unit-XX', 92],
    ['unit-XX-A', 80],
    ['unit-XX-B', 12],
    ['unit-XX-A-1', 50],
    ['unit-XX-A-2', 30],
    ['unit-XX-B-1_XX-B-2', 12],
  ]);
});

it('annulled votes are apart from those that count', () => {
  const report = reportOf();
  const [annulled] = nodesOf('VoteCounts', getNode('selection-council-A-2', report));
  expect(annulled).toMatchObject({ Type: 'other', OtherType: 'annulled', Count: 80 });
  expect(nodesOf('VoteCounts', getNode('selection-council-A-1', report))[0]).toMatchObject({ Type: 'total' });
});

it('a removed candidate is withdrawn, with the decision beside', () => {
  const candidate = getNode('candidate-council-A-2', reportOf());
  expect(candidate).toMatchObject({ PreElectionStatus: 'withdrawn', PostElectionStatus: 'withdrawn' });
  const said = nodesOf('ExternalIdentifier', candidate).map(({ OtherType, Value }) => [OtherType, Value]);
  expect(said).toContainEqual(['saylau-status', 'removed']);
  expect(said).toContainEqual(['saylau-decision', '12-K']);
  expect(said).toContainEqual(['saylau-votes-treatment', 'annulled']);
});

it('who is tied or pending has neither won nor lost', () => {
  const report = reportOf();
  for (const id of ['candidate-council-A-1-1', 'candidate-council-B-2'])
    expect(getNode(id, report)).not.toHaveProperty('PostElectionStatus');
  expect(getNode('candidate-council-A-1', report)).toMatchObject({ PostElectionStatus: 'winner' });
  expect(getNode('candidate-council-A-4', report)).toMatchObject({ PostElectionStatus: 'defeated' });
});

it('ballots, invalid ones and votes not given are told of each contest', () => {
  const report = reportOf();
  const ballots = nodesOf('BallotCounts', report).filter(({ OtherType }) => OtherType === 'contest-president');
  expect(ballots[0]).toMatchObject({ GpUnitId: 'unit-XX', BallotsCast: 204, BallotsRejected: 5 });
  const [other] = nodesOf('OtherCounts', getNode('contest-president', report));
  expect(other).toMatchObject({ GpUnitId: 'unit-XX', Undervotes: 5 });
});

it('votes of fewer than 10 ballots are told as suppressed, not as zero', () => {
  const report = reportOf();
  expect(nodesOf('VoteCounts', getNode('contest-council-B-2', report))).toEqual([]);
  const ballots = nodesOf('BallotCounts', report).filter(({ OtherType }) => OtherType === 'contest-council-B-2');
  expect(ballots).toHaveLength(1);
  expect(ballots[0]).toMatchObject({ IsSuppressedForPrivacy: true });
  expect(ballots[0]).not.toHaveProperty('BallotsCast');
});

it('the channels are named, the online one in our word', () => {
  const statuses = nodesOf('CountStatus', getNode('contest-president', reportOf()));
  expect(statuses).toContainEqual(expect.objectContaining({ OtherType: 'online', Status: 'completed' }));
  expect(statuses).toContainEqual(expect.objectContaining({ OtherType: 'paper' }));
});
