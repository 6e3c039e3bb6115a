import { describe, expect, it } from 'vitest';
import { courseOfMarks } from '#domain/courseOfMarks.ts';
import { listDistrictMarks } from '#domain/districtMarks.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { smallElection } from '../support/smallElection.ts';

const candidacyIds = Array.from({ length: 40 }, (_, index) => `candidacy-${index}`);
const council = { districtCode: 'XX-A-1', contestId: 'council', votesAllowed: 10, candidacyIds };
const marksOf = (count: number, seed = 1, contest = council) => {
  const course = courseOfMarks(contest, seed);
  return Array.from({ length: count }, (_, rank) => course(rank));
};

describe('course of marks', () => {
  it('gives each ballot at most as many marks as allowed, each candidacy once, by place on the ballot', () => {
    for (const marks of marksOf(5_000)) {
      expect(marks.length).toBeLessThanOrEqual(10);
      expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b));
      expect(marks.every((place) => candidacyIds[place] !== undefined)).toBe(true);
    }
  });

  it('leaves a few contests blank, fills a few ballots, and marks a quarter of what is allowed or so', () => {
    const counts = marksOf(5_000).map(({ length }) => length);
    const share = (wanted: number) => counts.filter((count) => count === wanted).length / counts.length;
    expect(share(0)).toBeGreaterThan(0.03);
    expect(share(0)).toBeLessThan(0.07);
    expect(share(10)).toBeGreaterThan(0.01);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(1.5);
    expect(mean).toBeLessThan(3);
  });

  it('is the same for a seed, whichever ballot is asked first, and another for another seed', () => {
    const course = courseOfMarks(council, 1);
    const backwards = Array.from({ length: 100 }, (_, rank) => course(99 - rank)).reverse();
    expect(backwards).toEqual(marksOf(100));
    expect(marksOf(100, 2)).not.toEqual(marksOf(100));
  });

  it('has favourites that differ by district', () => {
    const votes = (districtCode: string) => {
      const counts = candidacyIds.map(() => 0);
      for (const marks of marksOf(3_000, 1, { ...council, districtCode }))
        for (const place of marks) counts[place] = (counts[place] ?? 0) + 1;
      return counts;
    };
    const [here, there] = [votes('XX-A-1'), votes('XX-A-2')];
    expect(Math.max(...here)).toBeGreaterThan(5 * Math.min(...here));
    expect(here.indexOf(Math.max(...here))).not.toBe(there.indexOf(Math.max(...there)));
  });

  it('marks everybody at most where fewer stand than may be marked, and nobody where nobody stands', () => {
    const few = marksOf(2_000, 1, { ...council, candidacyIds: ['a', 'b'] });
    expect(Math.max(...few.map(({ length }) => length))).toBe(2);
    expect(marksOf(50, 1, { ...council, candidacyIds: [] }).flat()).toEqual([]);
  });
});

describe('marks of a district', () => {
  const [removal] = smallElection.candidacyChanges;
  if (!removal) throw new Error('nobody is removed in the small election');
  const markable = (source: ElectionPackage) =>
    listDistrictMarks(source, 1)
      .get('XX-A-1')
      ?.map(({ contestId, candidacyIds: ids }) => [contestId, ids.length]);

  it('are for the contests of the district and its region', () => {
    expect(markable({ ...smallElection, candidacyChanges: [] })).toEqual([
      ['council-A', 4],
      ['council-A-1', 3],
    ]);
  });

  it('leave out who was gone when voting opened, unless a later decision brought them back before it', () => {
    const removedAt = (announcedAt: string) => ({ ...removal, announcedAt });
    const inCouncil = (changes: ElectionPackage['candidacyChanges']) =>
      markable({ ...smallElection, candidacyChanges: changes })?.[0]?.[1];
    expect(inCouncil([removedAt('2020-09-25T12:00:00+06:00')])).toBe(3);
    expect(inCouncil([removedAt('2020-10-02T12:00:00+06:00')])).toBe(4);
    const back = { ...removedAt('2020-09-28T12:00:00+06:00'), status: 'registered' as const };
    expect(inCouncil([removedAt('2020-09-25T12:00:00+06:00'), back])).toBe(4);
  });
});
