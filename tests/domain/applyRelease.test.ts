import { describe, expect, it } from 'vitest';
import { applyRelease, applyUpdate } from '#domain/applyUpdate.ts';
import type { Board } from '#domain/board.ts';
import type { ResultsReleased } from '#domain/events.ts';
import { noFigures } from '#domain/turnout.ts';

const at = '2020-10-06T06:00:00.000Z';
const board: Board = {
  electionId: 'small',
  isTest: true,
  scope: { level: 'country', code: 'XX' },
  version: 10,
  asOf: at,
  checkedAt: at,
  staleSince: null,
  phase: 'closed',
  clock: { mode: 'live' },
  schedule: { windows: [], publications: [] },
  release: null,
  status: { version: 0, open: { critical: 0, major: 0, minor: 0 }, incidents: [], cases: { total: 0, open: 0 } },
  rows: [{ code: 'XX', ...noFigures, heldUnits: 0 }],
};
const told = (edition: number, version: number, previousVersion: number): ResultsReleased => ({
  version,
  previousVersion,
  release: { edition, firstReleasedAt: at, releasedAt: at, approvedBy: ['Aisha', 'Bolat'], version },
  spreadMs: 0,
});

describe('a release on the board', () => {
  it('[LP20] turns the phase and raises the version where nothing was missed', () => {
    const { board: next, isGap } = applyRelease(board, told(1, 11, 10));
    expect(next).toMatchObject({ version: 11, phase: 'published', release: { edition: 1 } });
    expect(isGap).toBe(false);
  });

  it('[LP20] counts where an update was missed too, but leaves the version for the gap to be seen', () => {
    const { board: next, isGap } = applyRelease(board, told(1, 13, 12));
    expect(next).toMatchObject({ version: 10, phase: 'published', release: { edition: 1 } });
    expect(isGap).toBe(true);
  });

  it('[LP20] counts behind an update of the same version', () => {
    const { board: next } = applyRelease({ ...board, version: 11 }, told(1, 11, 10));
    expect(next).toMatchObject({ version: 11, release: { edition: 1 } });
  });

  it('[LP20] is taken once: an edition that is not newer changes nothing', () => {
    const { board: corrected } = applyRelease(board, told(2, 12, 10));
    expect(applyRelease(corrected, told(2, 12, 10)).board).toBe(corrected);
    expect(applyRelease(corrected, told(1, 11, 10)).board).toBe(corrected);
  });

  it('[LP6] stands in an update only where it changed', () => {
    const { board: released } = applyRelease(board, told(1, 11, 10));
    const update = { version: 12, previousVersion: 11, asOf: at, checkedAt: at, rows: [] };
    expect(applyUpdate(released, update)).toMatchObject({ version: 12, release: { edition: 1 } });
    expect(applyUpdate(released, { ...update, release: null })).toMatchObject({ release: null });
  });
});
