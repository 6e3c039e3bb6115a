import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Unit } from '#domain/geography.ts';
import { composeEdition } from '#domain/results/composeEdition.ts';
import { toDistrictFile } from '#domain/results/editionFiles.ts';
import { shareOfContest } from '#domain/results/share.ts';
import { georgiaSource, hasGeorgia } from '#tests/support/georgiaPackage.ts';
import { candidacyOf, contestOf, smallEditionInput } from '#tests/support/smallResults.ts';

const Figure = z.string().regex(/^\d+$/).transform(Number);
const readRows = <T>(file: string, schema: z.ZodType<T>): T[] =>
  z.array(schema).parse(parse(readFileSync(join(georgiaSource, file)), { columns: true }));

function readElection() {
  const Place = z.object({ code: z.string(), parent_code: z.string(), level: z.string(), name_en: z.string() });
  const Precinct = z.object({
    district_code: z.string(),
    eligible: Figure,
    special_list: Figure,
    voted_20h: Figure,
    invalid: Figure,
  });
  const units = readRows('geography.csv', Place).map(({ code, parent_code, level, name_en }) =>
    Unit.parse({
      code,
      parentCode: parent_code || null,
      level,
      iso: null,
      names: { kk: name_en, ru: name_en, en: name_en },
      tile: null,
    }),
  );
  const precincts = readRows('precincts.csv', Precinct);
  const sum = (code: string, figure: 'eligible' | 'special_list' | 'voted_20h' | 'invalid') =>
    precincts.filter(({ district_code }) => district_code === code).reduce((total, row) => total + row[figure], 0);
  const results = readRows('results.csv', z.object({ district_code: z.string(), candidate_no: Figure, votes: Figure }));
  const candidates = readRows('candidates.csv', z.object({ candidate_no: Figure, name_en: z.string() }));
  const contest = contestOf('president', 'GE', 1, { shareOf: 'valid_votes' });
  const districts = units.filter(({ level }) => level === 'district');
  const turnout = new Map(
    districts.map(({ code }) => [
      code,
      { eligible: sum(code, 'eligible'), specialList: sum(code, 'special_list'), voted: sum(code, 'voted_20h') },
    ]),
  );
  const protocols = districts.map(({ code }) => {
    const votes = new Map(
      results
        .filter(({ district_code }) => district_code === code)
        .map((row) => [`president-${row.candidate_no}`, row.votes]),
    );
    const invalid = sum(code, 'invalid');
    const ballots = [...votes.values()].reduce((total, count) => total + count, invalid);
    return { contestId: contest.id, districtCode: code, ballots, invalid, blank: 0, votes };
  });
  const candidacies = candidates.map(({ candidate_no, name_en }) => ({
    ...candidacyOf('president', candidate_no),
    names: { kk: name_en, ru: name_en, en: name_en },
  }));
  return { units, turnout, contests: [contest], candidacies, protocols };
}

const Expected = z.object({
  totals: z.object({ voted_20h: z.number(), invalid: z.number() }),
  valid_votes: z.number(),
  candidates: z.array(z.object({ name_en: z.string(), votes: z.number(), percent: z.number() })),
});

describe.skipIf(!hasGeorgia)(`Georgia 2013 (${hasGeorgia ? georgiaSource : `no folder ${georgiaSource}`})`, () => {
  const counted = () => {
    const edition = composeEdition({ ...smallEditionInput, ...readElection(), source: 'protocols' });
    const [contest] = edition.contests;
    if (!contest?.figures) throw new Error(`withheld: ${JSON.stringify(contest?.withheld)}`);
    return { edition, contest, figures: contest.figures };
  };
  const expected = () => Expected.parse(JSON.parse(readFileSync(join(georgiaSource, 'expected.json'), 'utf8')));

  it('has the votes and shares that were published', () => {
    const { contest, figures } = counted();
    const { totals, valid_votes, candidates } = expected();
    expect(figures).toMatchObject({ votes: valid_votes, invalid: totals.invalid, voted: totals.voted_20h, blank: 0 });
    expect(contest.candidacies.map(({ names, votes }) => [names.en, votes])).toEqual(
      candidates.map(({ name_en, votes }) => [name_en, votes]),
    );
    for (const [place, { percent }] of candidates.entries()) {
      const share = shareOfContest(contest.candidacies[place]?.votes ?? null, figures, contest.shareOf);
      expect(share).toBe(Math.round(percent * 100));
    }
    expect(contest.candidacies[0]).toMatchObject({ votes: 1_012_569, rank: 1, outcome: 'elected' });
    expect(shareOfContest(1_012_569, figures, 'valid_votes')).toBe(6_212);
  });

  it('adds up by its 12 regions and 74 districts', () => {
    const { edition, contest, figures } = counted();
    expect([contest.regions.length, contest.areas.length]).toEqual([12, 74]);
    for (const parts of [contest.regions, contest.areas]) {
      expect(parts.reduce((sum, { votes }) => sum + votes, 0)).toBe(figures.votes);
    }
    const first = readElection().protocols[0];
    expect(toDistrictFile(edition, 'GE-D01').contests[0]?.area).toMatchObject({
      ballots: first?.ballots,
      votesByCandidacy: Object.fromEntries(first?.votes ?? []),
    });
  });
});
