import type { ScriptedActor } from '#db/audit/scriptedActor.ts';
import type { Database, DatabaseClient, Transaction } from '#db/client.ts';
import { assignCommission, transferCase } from '#db/violations/assignCommission.ts';
import { lockNewest } from '#db/violations/caseChange.ts';
import { decideAppeal } from '#db/violations/decideAppeal.ts';
import { decideViolation } from '#db/violations/decideViolation.ts';
import { fileAppeal } from '#db/violations/fileAppeal.ts';
import { fileViolation } from '#db/violations/fileViolation.ts';
import { findUnitPlace } from '#db/violations/findCasePlace.ts';
import { markDuplicate } from '#db/violations/markDuplicate.ts';
import { registerViolation } from '#db/violations/registerViolation.ts';
import { beginScript, findScript, listScripts, type PlayedScript, passStep } from '#db/violations/scripts.ts';
import { startReview } from '#db/violations/startReview.ts';
import { Conflict, InvalidInput, NotFound } from '#domain/errors.ts';
import type { CaseScript, CaseStep } from '#domain/violations/caseScript.ts';

interface DueStep {
  script: CaseScript;
  /** -1 is the filing. */
  index: number;
  atMs: number;
}

/**
 * Takes every step of the package's cases before `untilMs` that is not taken yet, in the order of their time. How far each case is
 * stands in the database, written with the step: it may be asked at any time and killed at any point. Returns how many it took.
 */
export async function playViolations(
  board: DatabaseClient,
  violations: readonly CaseScript[],
  untilMs: number,
): Promise<number> {
  if (violations.length === 0) return 0;
  const due = listDue(violations, await listScripts(board.db), untilMs);
  if (due.length === 0) return 0;
  await board.db.transaction(async (tx) => {
    for (const { script, index } of due) {
      if (index < 0) await fileScripted(tx, script);
      else await takeStep(tx, script, index);
    }
  });
  return due.length;
}

function listDue(
  violations: readonly CaseScript[],
  played: ReadonlyMap<string, PlayedScript>,
  untilMs: number,
): DueStep[] {
  return violations
    .flatMap((script) => {
      const done = played.get(script.reference);
      const steps = script.steps.map(({ at }, index) => ({ script, index, atMs: Date.parse(at) }));
      const rest = steps.slice(done?.steps ?? 0);
      return done ? rest : [{ script, index: -1, atMs: Date.parse(script.filed.at) }, ...rest];
    })
    .filter(({ atMs }) => atMs < untilMs)
    .sort((a, b) => a.atMs - b.atMs);
}

function actorOf({ by, at }: { by: string; at: string }): ScriptedActor {
  return { id: null, name: by, role: 'program', address: null, at };
}

async function fileScripted(tx: Transaction, { reference, filed }: CaseScript): Promise<void> {
  const { by, at, ...report } = filed;
  const place = await findUnitPlace(tx, report.unitCode);
  const filing = { ...report, place, requestId: `package/${reference}` };
  await beginScript(tx, reference, await fileViolation(tx, actorOf({ by, at }), filing));
}

async function takeStep(tx: Transaction, script: CaseScript, index: number): Promise<void> {
  const step = script.steps[index];
  const number = await passStep(tx, script.reference, index);
  if (number === null || !step) return;
  // What people did to the case meanwhile goes before what the package tells of it.
  await tx
    .transaction((inner) => take(inner, number, step))
    .catch((error: unknown) => {
      if (!(error instanceof Conflict || error instanceof InvalidInput || error instanceof NotFound)) throw error;
    });
}

async function take(db: Database, number: number, step: CaseStep): Promise<void> {
  const by = actorOf(step);
  const { row_version: rowVersion } = await lockNewest(db, number);
  switch (step.kind) {
    case 'registered':
      return registerViolation(db, by, number, { rowVersion });
    case 'assigned':
      return assignCommission(db, by, number, { rowVersion, commission: step.commission });
    case 'review':
      return startReview(db, by, number, { rowVersion });
    case 'transferred':
      return transferCase(db, by, number, { rowVersion, commission: step.commission, note: step.note });
    case 'decided':
      return decideViolation(db, by, number, { rowVersion, ...step.decision });
    case 'duplicate':
      return markDuplicate(db, by, number, { rowVersion, of: await findScript(db, step.of) });
    case 'appeal_filed':
      return fileAppeal(db, by, number, { rowVersion, grounds: step.grounds });
    case 'appeal_decided':
      return decideAppeal(db, by, number, { rowVersion, ...step.appeal });
  }
}
