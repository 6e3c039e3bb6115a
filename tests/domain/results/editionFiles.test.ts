import { describe, expect, it } from 'vitest';
import { NotFound } from '#domain/errors.ts';
import {
  toChangesFile,
  toContestFile,
  toContestsFile,
  toDistrictFile,
  toRegionFile,
  toSummaryFile,
} from '#domain/results/editionFiles.ts';
import {
  ChangesFile,
  ContestFile,
  ContestsFile,
  DistrictFile,
  RegionFile,
  SummaryFile,
} from '#domain/results/resultFiles.ts';
import { totalsOf } from '#domain/results/totalsOf.ts';
import { composeSmallEdition, preElectionHead, smallContests } from '#tests/support/smallResults.ts';

const results = composeSmallEdition();
const zeroFeed = composeSmallEdition({ protocols: null });
const corrected = composeSmallEdition({
  protocols: [],
  retractions: new Map([['council-A', { kk: 'қате', ru: 'ошибка', en: 'an error' }]]),
  previous: results.contests,
});

describe.each([
  ['the zero feed', zeroFeed],
  ['results', results],
  ['a correction that withholds nearly everything', corrected],
])('the files of %s', (_, edition) => {
  it('have the shapes that are promised', () => {
    SummaryFile.parse(toSummaryFile(edition));
    ContestsFile.parse(toContestsFile(edition));
    ChangesFile.parse(toChangesFile(edition));
    for (const { id } of edition.contests) ContestFile.parse(toContestFile(edition, id));
    for (const { code, level } of edition.units) {
      if (level === 'region') RegionFile.parse(toRegionFile(edition, code));
      if (level === 'district') DistrictFile.parse(toDistrictFile(edition, code));
    }
  });

  it('begin with the edition they are of', () => {
    expect(toSummaryFile(edition)).toMatchObject(edition.head);
    expect(toContestFile(edition, 'council-A')).toMatchObject(edition.head);
  });
});

describe('the summary', () => {
  it('has the totals of the country and of each region', () => {
    const { totals, regions, turnout } = toSummaryFile(results);
    expect(totals).toEqual({
      contests: 6,
      seats: 8,
      candidacies: 18,
      notEligible: 4,
      seatsFilled: 6,
      seatsTied: 1,
      seatsPending: 1,
      contestsWithheld: 0,
      seatsVacant: 0,
    });
    expect(turnout).toEqual({ eligible: 4_000, specialList: 0, voted: 204 });
    expect(
      regions.map(({ unit, totals: { contests, seats }, turnout: { voted } }) => [unit.code, contests, seats, voted]),
    ).toEqual([
      ['XX-A', 3, 4, 160],
      ['XX-B', 2, 3, 44],
    ]);
  });

  it('has the contests of the country, what is open, and everybody who lost the right to a seat', () => {
    const { contests, open, notEligible } = toSummaryFile(results);
    expect(contests.map(({ id, winners }) => [id, ...winners.map((winner) => winner.id)])).toEqual([
      ['president', 'president-1'],
    ]);
    expect(open.map(({ id, undecided }) => [id, ...undecided.map((candidacy) => candidacy.id)])).toEqual([
      ['council-B', 'council-B-2'],
      ['council-A-1', 'council-A-1-1', 'council-A-1-2'],
    ]);
    expect(
      notEligible.map(({ contestId, candidacy }) => `${contestId} ${candidacy.status} ${candidacy.votes}`),
    ).toEqual(['council-A removed 80', 'council-A deceased 7', 'council-B removed 23', 'council-B withdrawn 1']);
  });

  it('opens no contest that is decided by lot', () => {
    const lot = {
      contestId: 'council-A-1',
      order: ['council-A-1-2', 'council-A-1-1'],
      drawnBy: 'Chair',
      drawnAt: '2020-10-05T10:00:00+06:00',
    };
    const { open, totals } = toSummaryFile(composeSmallEdition({ lots: [lot] }));
    expect(open.map(({ id }) => id)).toEqual(['council-B']);
    expect(totals).toMatchObject({ seatsFilled: 7, seatsTied: 0 });
  });

  it('counts what is withheld, and opens it', () => {
    const { totals, open } = toSummaryFile(corrected);
    expect(totals).toMatchObject({ contests: 6, seats: 8, seatsFilled: 1, contestsWithheld: 5, seatsVacant: 0 });
    expect(open).toHaveLength(5);
  });

  it('has no figure before the results', () => {
    const { totals, contests, notEligible } = toSummaryFile(zeroFeed);
    expect(zeroFeed.head).toEqual(preElectionHead);
    expect(totals).toEqual({
      contests: 6,
      seats: 8,
      candidacies: 18,
      notEligible: 4,
      seatsFilled: null,
      seatsTied: null,
      seatsPending: null,
      contestsWithheld: null,
      seatsVacant: null,
    });
    expect(contests).toMatchObject([{ id: 'president', figures: null, winners: [], candidacyCount: 3 }]);
    expect(notEligible.every(({ candidacy }) => candidacy.votes === null)).toBe(true);
  });
});

describe('the file of a contest', () => {
  it('speaks of its districts and all units above them', () => {
    const { units, turnout } = toContestFile(results, 'council-B');
    expect(units.map(({ code }) => code)).toEqual(['XX', 'XX-B', 'XX-B-1', 'XX-B-2']);
    expect(Object.keys(turnout)).toEqual(['XX-B', 'XX-B-1', 'XX-B-2']);
  });

  it('names the regions of a contest of the country', () => {
    const { units, contest } = toContestFile(results, 'president');
    expect(units).toEqual(results.units);
    expect(contest.regions.map(({ regionCodes, votes }) => [...regionCodes, votes])).toEqual([
      ['XX-A', 153],
      ['XX-B', 41],
    ]);
  });
});

describe('the file of a region', () => {
  it('has its own contests and those of its districts, with winners only', () => {
    const { districts, contests } = toRegionFile(results, 'XX-A');
    expect(districts.map(({ code }) => code)).toEqual(['XX-A-1', 'XX-A-2']);
    expect(contests.map(({ id, winners, candidacyCount }) => [id, winners.length, candidacyCount])).toEqual([
      ['council-A', 2, 5],
      ['council-A-1', 0, 3],
      ['council-A-2', 1, 1],
    ]);
  });

  it('has its own figures of the contests of the whole country', () => {
    const [president, ...others] = toRegionFile(results, 'XX-A').countryContests;
    expect(others).toEqual([]);
    expect(president?.contest.id).toBe('president');
    expect(president?.area).toMatchObject({ regionCodes: ['XX-A'], ballots: 160, invalid: 4 });
    expect(president?.area?.votesByCandidacy['president-1']).toBe(80);
  });
});

describe('the file of a district', () => {
  it('has every contest that its voters vote in, with its own figures', () => {
    const { contests, mergedWith, region, country } = toDistrictFile(results, 'XX-A-1');
    expect(contests.map(({ contest, area }) => [contest.id, area?.ballots, area?.votes])).toEqual([
      ['council-A-1', 100, 98],
      ['council-A', 100, 135],
      ['president', 100, 95],
    ]);
    expect([mergedWith, region.code, country.code]).toEqual([[], 'XX-A', 'XX']);
  });

  it('says with which districts it was merged, and has no votes of its own', () => {
    const { contests, mergedWith } = toDistrictFile(results, 'XX-B-2');
    expect(mergedWith.map(({ code }) => code)).toEqual(['XX-B-1']);
    expect(contests.map(({ contest, area }) => [contest.id, area?.ballots])).toEqual([
      ['council-B-2', undefined],
      ['council-B', 44],
      ['president', 44],
    ]);
    expect(contests[0]?.contest).toMatchObject({ votesHidden: true, figures: null });
  });

  it('has the contests of the units above where it has none of its own', () => {
    expect(toDistrictFile(results, 'XX-B-1').contests.map(({ contest }) => contest.id)).toEqual([
      'council-B',
      'president',
    ]);
  });
});

describe('what is not in an edition', () => {
  it.each([
    ['a contest', () => toContestFile(results, 'nonsense')],
    ['a region', () => toRegionFile(results, 'XX-C')],
    ['a district asked for as a region', () => toRegionFile(results, 'XX-A-1')],
    ['a region asked for as a district', () => toDistrictFile(results, 'XX-A')],
  ])('is not found: %s', (_, read) => {
    expect(read).toThrow(NotFound);
  });
});

describe('totals', () => {
  it('of no contest are nothing', () => {
    expect(totalsOf([])).toMatchObject({ contests: 0, seats: 0, seatsFilled: 0 });
  });

  it('add up to the seats of all contests that are not withheld', () => {
    const { seats, seatsFilled, seatsTied, seatsPending, seatsVacant } = totalsOf(results.contests);
    expect(seats).toBe(smallContests.reduce((sum, contest) => sum + contest.seats, 0));
    expect((seatsFilled ?? 0) + (seatsTied ?? 0) + (seatsPending ?? 0) + (seatsVacant ?? 0)).toBe(seats);
  });
});
