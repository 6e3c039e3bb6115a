import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of a whole running board, which take minutes: begun last they would leave a core without work. */
const longest = ['tests/embargo/', 'tests/chaos/', 'tests/server/notifier/delivery', 'tests/server/demo'];

/** Files in vitest's own order, but the longest first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.findIndex((path) => moduleId.includes(path));
  return rank < 0 ? longest.length : rank;
}
