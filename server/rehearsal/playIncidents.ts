import type { ScriptedActor } from '#db/audit/scriptedActor.ts';
import type { DatabaseClient, Transaction } from '#db/client.ts';
import { acknowledgeIncident } from '#db/incidents/acknowledgeIncident.ts';
import { openIncident } from '#db/incidents/fileIncident.ts';
import { findPlace } from '#db/incidents/findPlace.ts';
import { lockIncident } from '#db/incidents/incidentChange.ts';
import { beginScript, listScripts, lockScripts, type PlayedScript, passStep } from '#db/incidents/scripts.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { Conflict, InvalidInput } from '#domain/errors.ts';
import type { IncidentScript, IncidentStep } from '#domain/incidents/incidentScript.ts';
import { judgeMove } from '#domain/incidents/lifecycle.ts';

interface DueStep {
  script: IncidentScript;
  /** None is the filing. */
  step: IncidentStep | null;
  atMs: number;
}

/**
 * Takes every step of the package's incidents before `untilMs` that is not taken yet, in the order of their time and at that time.
 * How far each is stands in the database, written with the step: it may be asked at any time, by several players, and killed at
 * any point. Returns how many it took.
 */
export async function playIncidents(
  board: DatabaseClient,
  incidents: readonly IncidentScript[],
  untilMs: number,
): Promise<number> {
  if (incidents.length === 0) return 0;
  if (listDue(incidents, await listScripts(board.db), untilMs).length === 0) return 0;
  return board.db.transaction(async (tx) => {
    const due = listDue(incidents, await lockScripts(tx), untilMs);
    for (const { script, step } of due) {
      if (step) await takeStep(tx, script.reference, step);
      else await fileScripted(tx, script);
    }
    return due.length;
  });
}

function listDue(
  incidents: readonly IncidentScript[],
  played: ReadonlyMap<string, PlayedScript>,
  untilMs: number,
): DueStep[] {
  return incidents
    .flatMap((script): DueStep[] => {
      const done = played.get(script.reference);
      const rest = script.steps.slice(done?.steps ?? 0).map((step) => ({ script, step, atMs: Date.parse(step.at) }));
      return done ? rest : [{ script, step: null, atMs: Date.parse(script.filed.at) }, ...rest];
    })
    .filter(({ atMs }) => atMs < untilMs)
    .sort((a, b) => a.atMs - b.atMs);
}

function actorOf({ by, at }: { by: string; at: string }): ScriptedActor {
  return { id: null, name: by, role: 'program', address: null, at };
}

async function fileScripted(tx: Transaction, { reference, filed }: IncidentScript): Promise<void> {
  const { at, by, ...report } = filed;
  const place = await findPlace(tx, report.unitCodes);
  const number = await openIncident(tx, actorOf({ at, by }), { ...report, place, source: 'package' });
  await beginScript(tx, reference, number);
}

async function takeStep(tx: Transaction, reference: string, step: IncidentStep): Promise<void> {
  const number = await passStep(tx, reference);
  const by = actorOf(step);
  const { state, row_version: rowVersion } = await lockIncident(tx, number);
  // What people did to the incident meanwhile goes before what the package tells of it: nothing is opened again or set back.
  if (state === 'resolved') return;
  const change = step.kind === 'update' ? step.change : null;
  if (change?.state && judgeMove(state, change.state) === 'back') return;
  await tx
    .transaction((inner) =>
      change ? updateIncident(inner, by, number, { rowVersion, ...change }) : acknowledgeIncident(inner, by, number),
    )
    .catch((error: unknown) => {
      if (!(error instanceof Conflict || error instanceof InvalidInput)) throw error;
    });
}
