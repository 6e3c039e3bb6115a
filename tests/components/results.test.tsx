import { readFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { useFormat } from '#components/format/useFormat.ts';
import { ContestResults } from '#components/results/ContestResults.tsx';
import { CorrectionNotice } from '#components/results/CorrectionNotice.tsx';
import type { ResultsContent } from '#components/results/content.ts';
import { DistrictResults } from '#components/results/DistrictResults.tsx';
import { PublicationHero } from '#components/results/PublicationHero.tsx';
import { RegionResults } from '#components/results/RegionResults.tsx';
import { splitRemaining } from '#components/results/remaining.ts';
import { SummaryAfter } from '#components/results/SummaryAfter.tsx';
import { SummaryBefore } from '#components/results/SummaryBefore.tsx';
import type { Board } from '#domain/board.ts';
import { languages } from '#domain/languages.ts';
import { candidacyStatuses, voteTreatments } from '#domain/results/candidacy.ts';
import { changeFields, contestStates, outcomes, resultRules, shareBases } from '#domain/results/edition.ts';
import { toContestFile, toDistrictFile, toRegionFile, toSummaryFile } from '#domain/results/editionFiles.ts';
import type { Schedule } from '#domain/schedule.ts';
import { smallElection } from '../support/smallElection.ts';
import { composeSmallEdition, firstHead, smallProtocols } from '../support/smallResults.ts';

const read = (language: string, namespace: string) =>
  JSON.parse(readFileSync(`messages/${language}/${namespace}.json`, 'utf8'));
const english = { results: read('en', 'results'), format: read('en', 'format') };
const schedule: Schedule = smallElection.election;
const board: Board = {
  electionId: 'small',
  isTest: true,
  scope: { level: 'country', code: 'XX' },
  version: 7,
  asOf: null,
  checkedAt: '2020-10-04T10:00:00Z',
  staleSince: null,
  phase: 'closed',
  clock: { mode: 'live' },
  schedule,
  release: null,
  status: { version: 0, open: { critical: 0, major: 0, minor: 0 }, incidents: [], cases: { total: 0, open: 0 } },
  rows: [
    {
      code: 'XX',
      eligible: 4_000,
      specialList: 0,
      authorized: 0,
      voted: 204,
      votedByChannel: { online: 204, station: 0, paper: 0 },
      refused: 0,
      refusedByReason: {},
      heldUnits: 0,
    },
  ],
};

function contentOf<T>(file: T): ResultsContent<T> {
  return {
    file,
    path: 'summary.json',
    board,
    connection: 'connecting',
    pollMs: 0,
    election: { ...smallElection.election, isTest: true },
    editions: [],
    keyIds: [],
    renderedAtMs: 0,
    live: { url: null, port: 3001 },
  };
}

type Format = ReturnType<typeof useFormat>;

function Drawn({ draw }: { draw: (format: Format) => ReactNode }) {
  return draw(useFormat('Asia/Almaty'));
}

/** The text of what `draw` draws, tags taken out. */
function textOf(draw: (format: Format) => ReactNode): string {
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={english} timeZone="UTC">
      <Drawn draw={draw} />
    </NextIntlClientProvider>,
  );
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ');
}

const results = composeSmallEdition();
const zeroFeed = composeSmallEdition({ protocols: null });
const waiting = <p>not public yet</p>;

const contestText = (id: string, edition = results) =>
  textOf((format) => (
    <ContestResults content={contentOf(toContestFile(edition, id))} waiting={waiting} turnout={null} format={format} />
  ));

describe('words of the results', () => {
  test.each(languages)('%s has one for every outcome, status, rule, field and base of shares', (language) => {
    const { outcome, status, treatment, treatmentShort, rule, field, state, share } = read(language, 'results');
    expect(Object.keys(outcome).sort()).toEqual([...outcomes].sort());
    expect(Object.keys(status).sort()).toEqual([...candidacyStatuses].sort());
    for (const words of [treatment, treatmentShort])
      expect(Object.keys(words).sort()).toEqual([...voteTreatments].sort());
    expect(Object.keys(rule).sort()).toEqual([...resultRules].sort());
    expect(Object.keys(field).sort()).toEqual([...changeFields].sort());
    expect(Object.keys(state).sort()).toEqual([...contestStates].sort());
    for (const base of shareBases)
      expect([share[base], share.note[base], share.noteOne[base]]).not.toContain(undefined);
  });
});

describe('the countdown', () => {
  test.each([
    [90_061_000, { days: 1, hours: 1, minutes: 1, seconds: 1 }],
    [59_001, { days: 0, hours: 0, minutes: 1, seconds: 0 }],
    [1, { days: 0, hours: 0, minutes: 0, seconds: 1 }],
    [-5_000, { days: 0, hours: 0, minutes: 0, seconds: 0 }],
  ])('%i ms are %o', (spanMs, expected) => {
    expect(splitRemaining(spanMs)).toEqual(expected);
  });

  const moved: Schedule = {
    ...schedule,
    publications: [
      ...schedule.publications,
      {
        publishAt: '2020-10-06T12:00:00+06:00',
        announcedAt: '2020-10-05T10:30:00+06:00',
        reason: { kk: 'себеп', ru: 'причина', en: 'complaints are being decided' },
        decidedBy: { kk: 'комиссия', ru: 'комиссия', en: 'the commission' },
      },
    ],
  };
  const hero = (at: string, announced: Schedule) =>
    textOf((format) => (
      <PublicationHero title="Results" schedule={announced} nowMs={Date.parse(at)} note="left" format={format} />
    ));

  test('says that voting is still open', () => {
    expect(hero('2020-10-03T12:00:00+06:00', schedule)).toContain('Voting is open until 4 October, 14:00');
  });

  test('says the time in force, that it was moved, from when, why and by whom', () => {
    const text = hero('2020-10-05T20:00:00+06:00', moved);
    expect(text).toContain('To be published 6 October, 12:00');
    expect(text).toMatch(/16 hours 00 minutes 00 seconds/);
    expect(text).toContain('Moved: it was planned for 5 October, 12:00.');
    expect(text).toContain('Reason: complaints are being decided');
    expect(text).toContain('Announced 5 October, 10:30. Decided by: the commission.');
  });

  test('counts nothing once the time has come without a release', () => {
    const text = hero('2020-10-06T12:00:01+06:00', moved);
    expect(text).toContain('The time has come; waiting for approval');
    expect(text).not.toMatch(/00 minutes/);
  });

  test('says where nothing is announced', () => {
    expect(hero('2020-10-05T20:00:00+06:00', { ...schedule, publications: [] })).toContain(
      'has not been announced yet',
    );
  });
});

describe('before the release', () => {
  test('a contest shows its ballot and when figures come, and no figure', () => {
    const text = contestText('council-A', zeroFeed);
    expect(text).toContain('2 seats · 5 candidacies');
    expect(text).toContain('not public yet');
    expect(text).toContain('No. Candidacy');
    expect(text).not.toMatch(/It adds up|Share|%|Elected|Rank/);
  });

  test('the summary tells what is contested, and who is not eligible with the decision', () => {
    const text = textOf((format) => <SummaryBefore file={toSummaryFile(zeroFeed)} format={format} />);
    expect(text).toContain('of them not eligible: 4');
    expect(text).toContain('Decision 12-K, 3 October, 10:00');
    expect(text).not.toMatch(/votes cast|Elected|Seats filled/);
  });
});

describe('a contest', () => {
  test('shows votes, the share of what is named, and who is elected', () => {
    const text = contestText('president');
    expect(text).toContain('Shares are of the 194 valid votes in this contest.');
    expect(text).toMatch(/1 Candidate 1 Elected 92 Votes/);
    expect(text).toContain('47.42%');
  });

  test('gives ballots their meaning and shows that the sum holds', () => {
    expect(contestText('council-A')).toContain(
      'It adds up: 212 votes + 80 annulled + 24 unused = 158 valid ballots × 2.',
    );
  });

  test('shows a removed candidacy with the decision and what happens to its votes, without a rank', () => {
    const text = contestText('council-A');
    expect(text).toMatch(/Removed by decision/);
    expect(text).toContain('The votes are annulled: they count for nobody.');
  });

  test('says of a tie who has how many votes for how many seats', () => {
    const text = contestText('council-A-1');
    expect(text).toContain('2 candidacies have 45 votes each, and 1 of them can be elected.');
    expect(text).toContain('0 of 1 seat filled');
  });

  test('tells who drew the lot and in which order', () => {
    const lot = {
      contestId: 'council-A-1',
      order: ['council-A-1-2', 'council-A-1-1'],
      drawnBy: 'Aisha',
      drawnAt: '2020-10-06T10:00:00+06:00',
    };
    const text = contestText('council-A-1', composeSmallEdition({ lots: [lot] }));
    expect(text).toContain('drawn 6 October, 10:00 by Aisha; the order drawn: Candidate 2, Candidate 1.');
    expect(text).toContain('Candidate 2 Elected by lot');
  });

  test('keeps a seat open while a decision on votes is pending', () => {
    expect(contestText('council-B')).toContain(
      'Candidate 2: would have a seat, but a decision on the votes is pending.',
    );
  });

  test('that is withheld names the rule and the district, and shows no votes', () => {
    const protocols = smallProtocols.map((protocol) =>
      protocol.contestId === 'council-A' && protocol.districtCode === 'XX-A-2'
        ? { ...protocol, blank: protocol.blank + 1 }
        : protocol,
    );
    const text = contestText('council-A', composeSmallEdition({ protocols }));
    expect(text).toContain('A check failed in XX-A-2: the votes do not add up.');
    expect(text).not.toMatch(/Share of|It adds up/);
  });

  test('with fewer than 10 ballots tells who is elected and no votes', () => {
    const text = contestText('council-B-2');
    expect(text).toContain('Fewer than 10 ballots');
    expect(text).toContain('Candidate 1 Elected');
    expect(text).not.toMatch(/It adds up|%/);
  });

  test('without a vote says that it was uncontested', () => {
    expect(contestText('council-A-2')).toContain('Elected unopposed');
  });

  test('breaks every candidacy down by region and by district, merged ones together', () => {
    const text = contestText('president');
    expect(text).toContain('XX-B-1 + XX-B-2');
    expect(text).toContain('Published together: one of them has fewer than 10 ballots.');
  });
});

describe('the pages of units', () => {
  test('a region without contests of its own shows its figures of the country’s', () => {
    const contests = results.contests.filter(({ unitCode }) => unitCode === 'XX');
    const file = toRegionFile({ ...results, contests }, 'XX-A');
    const text = textOf((format) => <RegionResults content={contentOf(file)} waiting={null} format={format} />);
    expect(text).toContain('Votes in XX-A');
    expect(text).not.toContain('of 0 seats');
  });

  test('a region says how many seats of how many are filled, and who has them', () => {
    const file = toRegionFile(results, 'XX-A');
    const text = textOf((format) => <RegionResults content={contentOf(file)} waiting={null} format={format} />);
    expect(text).toContain('3 of 4 seats are filled in 3 contests');
    expect(text).toContain('1 seat is tied: a lot will decide');
  });

  test('a district says with which its ballots are counted together', () => {
    const file = toDistrictFile(results, 'XX-B-2');
    const text = textOf((format) => (
      <DistrictResults content={contentOf(file)} waiting={null} turnout={null} format={format} />
    ));
    expect(text).toContain('Counted together with: XX-B-1, XX-B-2.');
  });
});

describe('the summary', () => {
  const summary = (edition = results) =>
    textOf((format) => <SummaryAfter content={contentOf(toSummaryFile(edition))} format={format} />);

  test('says what is decided of how much, what is not and why, with turnout of how many beside', () => {
    const text = summary();
    expect(text).toMatch(/of 8 seats are filled in 6 contests, from 18 candidacies/);
    expect(text).toContain('Not decided yet');
    expect(text).toContain('204 of 4,000 members voted (5.1%)');
  });

  test('names the winner where all vote in one contest', () => {
    const text = summary({ ...results, contests: results.contests.filter(({ unitCode }) => unitCode === 'XX') });
    expect(text).toContain('Candidate 1 92 votes, 47.42% of valid votes');
    expect(text).not.toContain('seats are filled');
  });
});

test('a correction says which edition it replaces, why, when, and who approved it', () => {
  const head = { ...firstHead, edition: 2, corrects: 1, reason: { kk: 'а', ru: 'б', en: 'two columns were swapped' } };
  const note = {
    edition: 2,
    releasedAt: '2020-10-07T18:30:00+06:00',
    reason: head.reason,
    approvedBy: ['Aisha', 'Bolat'],
  };
  const text = textOf((format) => <CorrectionNotice head={head} editions={[note]} format={format} />);
  expect(text).toContain('Corrected: edition 2 replaces edition 1');
  expect(text).toContain('two columns were swapped');
  expect(text).toContain('Approved by Aisha, Bolat');
  expect(text).toContain('Released 7 October, 18:30');
});
