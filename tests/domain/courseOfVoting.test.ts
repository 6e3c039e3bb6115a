import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listVotingEvents, type VotingEvent } from '#domain/courseOfVoting.ts';
import { measures, type TurnoutSource } from '#domain/electionPackage.ts';

const hourMs = 3_600_000;

function sourceOf(authorized: number[], voted: number[]): TurnoutSource {
  const cumulative = Object.fromEntries(
    measures.map((measure) => [measure, authorized.map(() => 0)]),
  ) as unknown as TurnoutSource['cumulative'];
  return {
    districtCode: 'XX-A-1',
    station: '',
    momentsMs: authorized.map((_, index) => index * hourMs),
    cumulative: { ...cumulative, authorized, voted_online: voted },
    reasons: authorized.map(() => ''),
  };
}

const key = (event: VotingEvent) => JSON.stringify(event);

/** Growing figures in which nobody voted online who was not authorized. */
const growing = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 6 }).map((steps) => {
  const authorized = [0];
  const voted = [0];
  for (const [more, votes] of steps) {
    authorized.push((authorized.at(-1) ?? 0) + more);
    voted.push(Math.min(authorized.at(-1) ?? 0, (voted.at(-1) ?? 0) + votes));
  }
  return sourceOf(authorized, voted);
});

describe('course of voting', () => {
  it('meets every checkpoint of the source', () => {
    fc.assert(
      fc.property(growing, fc.nat(1_000), (source, seed) => {
        source.momentsMs.forEach((momentMs, step) => {
          const events = [...listVotingEvents(source, seed, 0, momentMs)];
          expect(events.filter((event) => event.kind === 'ballot').length).toBe(source.cumulative.voted_online[step]);
          expect(events.filter((event) => event.kind === 'authorization').length).toBe(
            source.cumulative.authorized[step],
          );
        });
      }),
    );
  });

  it('is the same however the time is cut', () => {
    fc.assert(
      fc.property(growing, fc.array(fc.nat(6 * hourMs), { maxLength: 8 }), fc.nat(1_000), (source, cuts, seed) => {
        const endMs = source.momentsMs.at(-1) ?? 0;
        const edges = [0, ...cuts.filter((cut) => cut < endMs), endMs].sort((a, b) => a - b);
        const pieces = edges
          .slice(1)
          .flatMap((edge, index) => [...listVotingEvents(source, seed, edges[index] ?? 0, edge)]);
        const whole = [...listVotingEvents(source, seed, 0, endMs)];
        expect(pieces.map(key).sort()).toEqual(whole.map(key).sort());
      }),
    );
  });

  it('never lets more have voted online than were authorized, at any moment', () => {
    fc.assert(
      fc.property(growing, fc.nat(6 * hourMs), fc.nat(1_000), (source, atMs, seed) => {
        const events = [...listVotingEvents(source, seed, 0, atMs)];
        const count = (kind: VotingEvent['kind']) => events.filter((event) => event.kind === kind).length;
        expect(count('ballot')).toBeLessThanOrEqual(count('authorization'));
      }),
    );
  });

  it('makes one correction of a fall, with the figures it fell between', () => {
    const source = sourceOf([0, 0, 0, 0], [0, 38, 28, 66]);
    const corrections = [...listVotingEvents(source, 1, 0, 3 * hourMs)].filter((event) => event.kind === 'correction');
    expect(corrections).toEqual([
      {
        kind: 'correction',
        districtCode: 'XX-A-1',
        channel: 'online',
        occurredAtMs: 2 * hourMs - 1,
        deltaAuthorized: 0,
        deltaVoted: -10,
        reason: "The source's cumulative figure fell from 38 to 28",
      },
    ]);
  });

  it('is another course with another seed', () => {
    const source = sourceOf([0, 50], [0, 40]);
    const course = (seed: number) => [...listVotingEvents(source, seed, 0, hourMs)].map(key);
    expect(course(1)).toEqual(course(1));
    expect(course(1)).not.toEqual(course(2));
  });
});
