import { describe, expect, it } from 'vitest';
import { type Action, type Actor, actions, may, type Place } from '#domain/staff/policy.ts';
import { staffActors, staffPlaces } from '../../support/staffActors.ts';

interface Cell {
  who: string;
  actor: Actor;
  action: Action;
  where: string;
  place: Place;
  allowed: boolean;
}
const cells: Cell[] = Object.entries(staffActors).flatMap(([who, each]) =>
  actions.flatMap((action) =>
    Object.entries(staffPlaces).map(([where, place]) => ({
      who,
      actor: each,
      action,
      where,
      place,
      allowed: may(each, action, place),
    })),
  ),
);
const name = ({ who, action, where }: Cell) => `${who}: ${action} in ${where}`;
const allowed = (matches: (cell: Cell) => boolean) => cells.filter((cell) => cell.allowed && matches(cell)).map(name);
const of = (prefix: string) => (cell: Cell) => cell.action.startsWith(prefix);
const reads: Action[] = actions.filter((action) => /\.read/.test(action));

describe('the policy', () => {
  it('answers every role, level, action and place', () => {
    process.stdout.write(`policy: ${cells.length} cells, ${cells.filter((cell) => cell.allowed).length} allowed\n`);
    expect(cells.length).toBe(9 * actions.length * 6);
    for (const action of actions)
      expect([action, allowed((cell) => cell.action === action).length > 0]).toEqual([action, true]);
  });

  it('keeps duty officers and commissions of a region out of every other', () => {
    expect(
      allowed(
        (cell) => cell.actor.regionCode !== null && ['B', 'B-1'].includes(cell.where) && !reads.includes(cell.action),
      ),
    ).toEqual([]);
    expect(
      allowed(
        (cell) =>
          cell.actor.regionCode !== null && ['B', 'B-1'].includes(cell.where) && cell.action !== 'schedule.read',
      ),
    ).toEqual([]);
  });

  it('keeps a district commission in its district', () => {
    const outside = ['A-2', 'A', 'B', 'B-1', 'country'];
    expect(
      allowed(
        (cell) => cell.who === 'commission of A-1' && outside.includes(cell.where) && cell.action !== 'schedule.read',
      ),
    ).toEqual([]);
    expect(may(staffActors['commission of A-1'], 'violation.decide', staffPlaces['A-1'])).toBe(true);
  });

  it('lets commissions alone decide on violations and read who reported them', () => {
    for (const action of [
      'violation.register',
      'violation.review',
      'violation.decide',
      'violation.appeal',
      'violation.duplicate',
      'violation.readRestricted',
    ] as const)
      expect(allowed((cell) => cell.action === action && cell.actor.role !== 'commission')).toEqual([]);
  });

  it('lets administrators look after people and keys, and decide nothing of the election', () => {
    const decisions = (cell: Cell) =>
      cell.actor.role === 'admin' &&
      /^(incident|violation|schedule|results)\./.test(cell.action) &&
      !/\.read$/.test(cell.action);
    expect(allowed(decisions)).toEqual([]);
    expect(allowed((cell) => cell.actor.role === 'admin' && of('violation.')(cell))).toEqual([]);
    expect(allowed((cell) => cell.actor.role === 'admin' && of('results.')(cell))).toEqual([]);
  });

  it('lets nobody but administrators change people, keys and webhooks', () => {
    const changes = (cell: Cell) => /^(people|key|webhook)\./.test(cell.action) && !/\.read$/.test(cell.action);
    expect(allowed((cell) => changes(cell) && cell.actor.role !== 'admin')).toEqual([]);
    expect(cells.filter((cell) => changes(cell) && cell.actor.role === 'admin').every((cell) => cell.allowed)).toBe(
      true,
    );
  });

  it('lets nobody but approvers approve results, and approvers touch neither incidents nor cases', () => {
    expect(allowed((cell) => cell.action === 'results.approve' && cell.actor.role !== 'approver')).toEqual([]);
    const works = (cell: Cell) => /^(incident|violation)\./.test(cell.action) && cell.action !== 'incident.read';
    expect(allowed((cell) => cell.actor.role === 'approver' && works(cell))).toEqual([]);
  });

  it('shows results before their time to no duty officer, no commission and no administrator', () => {
    expect(
      allowed((cell) => of('results.')(cell) && ['duty', 'commission', 'admin'].includes(cell.actor.role)),
    ).toEqual([]);
  });

  it('lets counting people read, and change nothing here', () => {
    expect(allowed((cell) => cell.actor.role === 'counting' && !reads.includes(cell.action))).toEqual([]);
    expect(allowed((cell) => cell.actor.role === 'counting' && of('violation.')(cell))).toEqual([]);
  });

  it('lets the schedule be proposed by the leadership only, and confirmed by it or an approver', () => {
    expect(allowed((cell) => cell.action === 'schedule.propose' && cell.actor.role !== 'leadership')).toEqual([]);
    expect(
      allowed((cell) => cell.action === 'schedule.confirm' && !['leadership', 'approver'].includes(cell.actor.role)),
    ).toEqual([]);
  });

  it('shows the audit log to the leadership and administrators only', () => {
    expect(
      new Set(cells.filter((cell) => cell.action === 'audit.read' && cell.allowed).map((cell) => cell.who)),
    ).toEqual(new Set(['leadership', 'admin']));
  });

  it('gives a duty officer of a region all the work of its incidents, and none of the country’s', () => {
    const work: Action[] = [
      'incident.file',
      'incident.acknowledge',
      'incident.update',
      'incident.assign',
      'incident.link',
      'incident.falseAlarm',
    ];
    for (const action of work) {
      const where = cells
        .filter((cell) => cell.who === 'duty of A' && cell.action === action && cell.allowed)
        .map((cell) => cell.where);
      expect([action, where]).toEqual([action, ['A-1', 'A-2', 'A']]);
    }
  });
});
