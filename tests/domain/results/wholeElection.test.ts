import { describe, expect, it } from 'vitest';
import type { Unit } from '#domain/geography.ts';
import { composeEdition } from '#domain/results/composeEdition.ts';
import { toContestFile, toDistrictFile, toRegionFile, toSummaryFile } from '#domain/results/editionFiles.ts';
import { candidacyOf, contestOf, decided, protocolOf, smallEditionInput } from '#tests/support/smallResults.ts';
import { vary } from '#tests/support/vary.ts';

const unit = (code: string, parentCode: string | null, level: Unit['level']): Unit => ({
  code,
  parentCode,
  level,
  iso: null,
  names: { kk: code, ru: code, en: code },
  tile: null,
});
const regions = Array.from({ length: 17 }, (_, index) => unit(`XX-${index}`, 'XX', 'region'));
const districts = Array.from({ length: 199 }, (_, index) =>
  unit(`XX-${index % 17}-${index}`, `XX-${index % 17}`, 'district'),
);
const ballotsOf = (code: string) => Math.floor(vary(`ballots ${code}`, 1, 6_600));

const contests = [...regions, ...districts].map(({ code, level }) =>
  contestOf(`council-${code}`, code, level === 'region' ? 25 : 12),
);
const candidaciesIn = (code: string) => (code.split('-').length === 2 ? 91 : 49);
const candidacies = contests.flatMap(({ id, unitCode }) =>
  Array.from({ length: candidaciesIn(unitCode) }, (_, index) =>
    candidacyOf(id, index + 1, index === 3 ? decided('removed', 'annulled') : null),
  ),
);
const protocols = contests.flatMap((contest) =>
  districts
    .filter(({ code, parentCode }) => code === contest.unitCode || parentCode === contest.unitCode)
    .map(({ code }) => {
      const ballots = ballotsOf(code);
      const votes = Array.from({ length: candidaciesIn(contest.unitCode) }, (_, index) =>
        Math.floor(vary(`${contest.id} ${code} ${index}`, 0, ballots * 0.24)),
      );
      return protocolOf(contest, code, { ballots, votes });
    }),
);

/** Seconds of the processor, so that what else runs at this moment does not count. */
function measureCpu<T>(work: () => T): [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1_000_000];
}

describe('an election of 216 contests', () => {
  const input = {
    ...smallEditionInput,
    units: [unit('XX', null, 'country'), ...regions, ...districts],
    turnout: new Map(districts.map(({ code }) => [code, { eligible: 9_000, specialList: 0, voted: ballotsOf(code) }])),
    contests,
    candidacies,
    protocols,
  };

  it('is counted in less than 1.5 s, and compared with the edition before', () => {
    expect(candidacies.length).toBeGreaterThan(11_200);
    expect(protocols.reduce((rows, { votes }) => rows + votes.size, 0)).toBeGreaterThan(27_500);
    const previous = composeEdition(input).contests;
    const [edition, seconds] = measureCpu(() => composeEdition({ ...input, previous }));
    expect(seconds).toBeLessThan(1.5);
    expect(edition.changes).toEqual([]);
    expect(toSummaryFile(edition).totals).toMatchObject({ contests: 216, notEligible: 216, contestsWithheld: 0 });
  });

  it('is made into the files of all contests, regions and districts in less than 1.5 s', () => {
    const edition = composeEdition(input);
    const [files, seconds] = measureCpu(() => [
      toSummaryFile(edition),
      ...contests.map(({ id }) => toContestFile(edition, id)),
      ...regions.map(({ code }) => toRegionFile(edition, code)),
      ...districts.map(({ code }) => toDistrictFile(edition, code)),
    ]);
    expect(files).toHaveLength(433);
    expect(seconds).toBeLessThan(1.5);
  });
});
