import type { z } from 'zod';
import { assignCommission, transferCase } from '#db/violations/assignCommission.ts';
import { decideAppeal } from '#db/violations/decideAppeal.ts';
import { decideViolation } from '#db/violations/decideViolation.ts';
import { fileAppeal } from '#db/violations/fileAppeal.ts';
import { markDuplicate } from '#db/violations/markDuplicate.ts';
import { registerViolation } from '#db/violations/registerViolation.ts';
import { startReview } from '#db/violations/startReview.ts';
import { Forbidden } from '#domain/errors.ts';
import type { Action } from '#domain/staff/policy.ts';
import { caseConflict } from '#domain/violations/caseRefusals.ts';
import { mayDecideAppeal, mayTransfer } from '#domain/violations/commission.ts';
import {
  AssignCommission,
  DecideAppeal,
  DecideViolation,
  FileAppeal,
  MarkDuplicate,
  RegisterViolation,
  StartReview,
  TransferCase,
} from '#domain/violations/requests.ts';
import { readBody } from '../../../../../auth/readBody.ts';
import { getDatabase } from '../../../../../database.ts';
import { type CaseStaff, requireCaseStaff } from '../../requireCaseStaff.ts';

export interface CaseVerb {
  action: Action;
  run(request: Request, found: CaseStaff): Promise<void>;
}

/** What can be done to a case: the last part of the address that is posted to. */
export const verbs: ReadonlyMap<string, CaseVerb> = new Map<string, CaseVerb>([
  [
    'register',
    verb('violation.register', RegisterViolation, ({ staff, number }, body) =>
      registerViolation(getDatabase(), staff.actor, number, body),
    ),
  ],
  [
    'assign',
    verb('violation.assign', AssignCommission, ({ staff, number }, body) =>
      assignCommission(getDatabase(), staff.actor, number, body),
    ),
  ],
  [
    'transfer',
    verb('violation.assign', TransferCase, async ({ staff, number, of }, body) => {
      if (!mayTransfer(staff.person, of.place, of.holder))
        throw new Forbidden('a case is transferred by the commission that has it, or by the central one');
      await transferCase(getDatabase(), staff.actor, number, body);
    }),
  ],
  [
    'review',
    verb('violation.review', StartReview, ({ staff, number }, body) =>
      startReview(getDatabase(), staff.actor, number, body),
    ),
  ],
  [
    'decide',
    verb('violation.decide', DecideViolation, ({ staff, number }, body) =>
      decideViolation(getDatabase(), staff.actor, number, body),
    ),
  ],
  [
    'duplicate',
    verb('violation.duplicate', MarkDuplicate, async ({ staff, number }, { of, ...body }, request) => {
      // The person must be allowed to see the other as well.
      const original = await requireCaseStaff(request, 'violation.duplicate', of);
      await markDuplicate(getDatabase(), staff.actor, number, { ...body, of: original.number });
    }),
  ],
  [
    'appeal',
    verb('violation.appeal', FileAppeal, ({ staff, number }, body) =>
      fileAppeal(getDatabase(), staff.actor, number, body),
    ),
  ],
  [
    'decide_appeal',
    verb('violation.appeal', DecideAppeal, async ({ staff, number, of }, body) => {
      const { commissionLevel: level, regionCode, districtCode } = staff.person;
      if (!of.decider) throw caseConflict('no_decision', 'nothing is decided that could be appealed against');
      if (level === null || !mayDecideAppeal(staff.person, of.place, of.decider))
        throw new Forbidden('an appeal is decided by a commission above the one that decided');
      await decideAppeal(getDatabase(), staff.actor, number, {
        ...body,
        commission: { level, regionCode, districtCode },
      });
    }),
  ],
]);

function verb<Shape extends z.ZodType>(
  action: Action,
  shape: Shape,
  run: (found: CaseStaff, body: z.output<Shape>, request: Request) => Promise<void>,
): CaseVerb {
  return { action, run: async (request, found) => run(found, await readBody(request, shape), request) };
}
