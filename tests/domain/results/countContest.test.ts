import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContestInput, countContest } from '#domain/results/countContest.ts';
import type { AreaResult, ContestFigures, ContestResult } from '#domain/results/edition.ts';
import { ContestResult as ContestResultSchema } from '#domain/results/edition.ts';
import { standingOf } from '#domain/results/standing.ts';
import { hasSeat, seatsOf } from '#domain/results/totalsOf.ts';
import { decided } from '#tests/support/smallResults.ts';
import { arbitraryContest, run, shuffle } from './arbitraryContest.ts';

const keys = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 12 });

const seated = ({ candidacies }: ContestResult) => candidacies.filter(hasSeat).map(({ id }) => id);

function addsUp({ votes, annulled, blank, ballots, invalid }: ContestFigures, votesAllowed: number): boolean {
  return votes + annulled + blank === (ballots - invalid) * votesAllowed;
}

const sumVotes = (area: AreaResult) => Object.values(area.votesByCandidacy).reduce((sum, votes) => sum + votes, 0);

/** Other ids and codes, in another alphabetical order. */
const rename = (text: string) =>
  text.replace(
    /"(c|XX)-(R?)(\d)"/g,
    (_, kind, region, digit) => `"YY-${kind === 'c' ? 'C' : ''}${region}${9 - digit}"`,
  );

/** The same contest under other ids and codes. */
function relabel(input: ContestInput): ContestInput {
  const renamed = (text: string): string => JSON.parse(rename(JSON.stringify(text)));
  const codes = (map: ReadonlyMap<string, string>) =>
    [...map].map(([key, value]) => [renamed(key), renamed(value)] as const);
  return {
    ...input,
    districtCodes: input.districtCodes.map(renamed),
    regionOf: new Map(codes(input.regionOf)),
    voted: new Map([...(input.voted ?? [])].map(([code, voters]) => [renamed(code), voters])),
    candidacies: input.candidacies.map((candidacy) => ({ ...candidacy, id: renamed(candidacy.id) })),
    protocols: (input.protocols ?? []).map((protocol) => ({
      ...protocol,
      districtCode: renamed(protocol.districtCode),
      votes: new Map([...protocol.votes].map(([id, votes]) => [renamed(id), votes])),
    })),
  };
}

describe('the count of a contest', () => {
  it('is in the shape that files have', () => {
    fc.assert(
      fc.property(arbitraryContest, (input) => {
        expect(ContestResultSchema.parse(countContest(input)).state).not.toBe('withheld');
      }),
      run,
    );
  });

  it('is the same to the byte whatever the order of rows', () => {
    fc.assert(
      fc.property(arbitraryContest, keys, (input, order) => {
        const shuffled = {
          ...input,
          candidacies: shuffle(input.candidacies, order),
          protocols: shuffle(input.protocols, order).map((protocol) => ({
            ...protocol,
            votes: new Map(shuffle([...protocol.votes], order)),
          })),
        };
        expect(JSON.stringify(countContest(shuffled))).toBe(JSON.stringify(countContest(input)));
      }),
      run,
    );
  });

  it('is the same under other ids and codes', () => {
    fc.assert(
      fc.property(arbitraryContest, (input) => {
        expect(JSON.stringify(countContest(relabel(input)))).toBe(rename(JSON.stringify(countContest(input))));
      }),
      run,
    );
  });

  it('is the same when two districts are one', () => {
    fc.assert(
      fc.property(arbitraryContest, fc.nat(7), fc.nat(7), (input, which, other) => {
        const one = input.protocols[which % input.protocols.length]!;
        const two = input.protocols[other % input.protocols.length]!;
        fc.pre(one !== two);
        const both = {
          ...one,
          ballots: one.ballots + two.ballots,
          invalid: one.invalid + two.invalid,
          blank: one.blank + two.blank,
          votes: new Map([...one.votes].map(([id, votes]) => [id, votes + (two.votes.get(id) ?? 0)])),
        };
        const joined = {
          ...input,
          districtCodes: input.districtCodes.filter((code) => code !== two.districtCode),
          voted: new Map([...(input.voted ?? []), [both.districtCode, both.ballots]]),
          protocols: [both, ...input.protocols.filter((protocol) => protocol !== one && protocol !== two)],
        };
        const { areas: _, regions: __, ...expected } = countContest(input);
        expect(countContest(joined)).toMatchObject(expected);
      }),
      run,
    );
  });

  it('adds up in the contest and in every part of it', () => {
    fc.assert(
      fc.property(arbitraryContest, (input) => {
        const { figures, areas, regions, candidacies } = countContest(input);
        if (!figures) return;
        for (const part of [figures, ...areas, ...regions]) expect(addsUp(part, input.contest.votesAllowed)).toBe(true);
        for (const parts of areas.length > 0 ? [areas, ...(regions.length > 0 ? [regions] : [])] : []) {
          for (const figure of ['ballots', 'invalid', 'blank', 'votes', 'annulled', 'voted'] as const) {
            expect(parts.reduce((sum, part) => sum + (part[figure] ?? Number.NaN), 0)).toBe(figures[figure]);
          }
        }
        for (const area of [...areas, ...regions]) expect(sumVotes(area)).toBe(area.votes + area.annulled);
        for (const { id, votes } of candidacies) {
          expect(areas.reduce((sum, area) => sum + (area.votesByCandidacy[id] ?? Number.NaN), 0)).toBe(votes);
        }
        expect(areas.flatMap(({ districtCodes }) => districtCodes).sort()).toEqual(input.districtCodes.toSorted());
      }),
      run,
    );
  });

  it('shows no votes of fewer than 10 ballots', () => {
    fc.assert(
      fc.property(arbitraryContest, (input) => {
        const result = countContest(input);
        for (const { ballots } of [...result.areas, ...result.regions]) {
          expect(ballots === 0 || ballots >= 10).toBe(true);
        }
        // Every region told is a sum of parts told: nothing smaller comes out of a subtraction.
        for (const region of result.regions) {
          const inside = result.areas.filter(({ districtCodes }) =>
            region.districtCodes.includes(districtCodes[0] ?? ''),
          );
          expect(inside.flatMap(({ districtCodes }) => districtCodes).sort()).toEqual(region.districtCodes.toSorted());
        }
        const ballots = input.protocols.reduce((sum, protocol) => sum + protocol.ballots, 0);
        expect(result.votesHidden).toBe(ballots > 0 && ballots < 10);
        if (!result.votesHidden) return;
        expect(result).toMatchObject({ figures: null, areas: [], regions: [] });
        expect(result.tie?.votes ?? null).toBeNull();
        expect(result.candidacies.every(({ votes, outcome }) => votes === null && outcome !== null)).toBe(true);
      }),
      run,
    );
  });

  it('gives every seat to somebody, keeps it open or leaves it empty', () => {
    fc.assert(
      fc.property(arbitraryContest, (input) => {
        const result = countContest(input);
        const { filled, tied, pending, vacant } = seatsOf(result);
        const contenders = input.candidacies.filter((candidacy) => standingOf(candidacy) !== 'not_eligible').length;
        expect(vacant).toBe(Math.max(0, input.contest.seats - contenders));
        expect(filled + tied + pending + vacant).toBe(input.contest.seats);
        for (const { status, outcome, rank } of result.candidacies) {
          if (status === 'registered') continue;
          expect(hasSeat({ outcome })).toBe(false);
          expect(rank === null).toBe(outcome === 'not_eligible');
        }
      }),
      run,
    );
  });

  it('takes no seat away that it has given, however a pending decision ends', () => {
    fc.assert(
      fc.property(arbitraryContest, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (input, restored) => {
        const ended = input.candidacies.map((candidacy, index) => {
          if (candidacy.decision?.votes !== 'pending') return candidacy;
          const decision = restored[index] ? decided('registered', 'counted') : decided('removed', 'annulled');
          return { ...candidacy, status: decision.status, decision };
        });
        const after = seated(countContest({ ...input, candidacies: ended }));
        expect(after).toEqual(expect.arrayContaining(seated(countContest(input))));
      }),
      run,
    );
  });

  it('is changed by a lot in who has the seats that were tied, and in no vote', () => {
    let lots = 0;
    fc.assert(
      fc.property(arbitraryContest, keys, (input, order) => {
        const before = countContest(input);
        if (!before.tie) return;
        lots += 1;
        const lot = {
          contestId: 'c',
          order: shuffle(before.tie.candidacyIds, order),
          drawnBy: 'Chair',
          drawnAt: '2020-10-05T10:00:00+06:00',
        };
        const after = countContest({ ...input, lot });
        expect(after).toMatchObject({ figures: before.figures, areas: before.areas, regions: before.regions });
        const shown = (result: ContestResult) => result.candidacies.map(({ id, votes, rank }) => [id, votes, rank]);
        expect(shown(after).sort()).toEqual(shown(before).sort());
        expect(seated(after)).toEqual(expect.arrayContaining(seated(before)));
        expect(seatsOf(after)).toMatchObject({ tied: 0, vacant: 0 });
        expect(after.candidacies.some(({ outcome }) => outcome === 'tied')).toBe(false);
      }),
      run,
    );
    expect(lots).toBeGreaterThan(50);
  });

  it('tells nothing of a contest with one figure wrong', () => {
    fc.assert(
      fc.property(arbitraryContest, fc.nat(7), fc.constantFrom(-1, 1), (input, which, error) => {
        fc.pre(input.candidacies.length > input.contest.seats);
        const broken = input.protocols[which % input.protocols.length]!;
        const protocols = input.protocols.map((protocol) =>
          protocol === broken ? { ...protocol, blank: protocol.blank + error } : protocol,
        );
        const result = countContest({ ...input, protocols });
        expect(result).toMatchObject({
          state: 'withheld',
          withheld: { districtCode: broken.districtCode },
          figures: null,
          tie: null,
          areas: [],
          regions: [],
        });
        for (const { votes, rank, outcome } of result.candidacies)
          expect([votes, rank, outcome]).toEqual([null, null, null]);
      }),
      run,
    );
  });
});
