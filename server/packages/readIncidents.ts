import type { PackageProblem } from '#domain/electionPackage.ts';
import type { TimelineText } from '#domain/incidents/incident.ts';
import type { IncidentScript, IncidentStep } from '#domain/incidents/incidentScript.ts';
import { type IncidentScriptRow, neededIncidentCells } from '#domain/incidents/incidentScriptRow.ts';
import { judgeMove } from '#domain/incidents/lifecycle.ts';
import type { GeographyRow } from '#domain/packageRows.ts';
import { problemsOf } from './packageProblems.ts';
import type { NumberedRow } from './readTable.ts';

/** What is wrong with incidents.csv: steps out of order, cells that a step lacks, places that are not there. */
export function incidentProblems(
  rows: readonly NumberedRow<IncidentScriptRow>[],
  geography: readonly NumberedRow<GeographyRow>[],
): PackageProblem[] {
  const units = new Set(geography.map(({ row }) => row.code));
  const latest = new Map<string, { atMs: number; state: ReturnType<typeof stateAfter>; isAcknowledged: boolean }>();
  return problemsOf('incidents.csv', rows, (row, tell) => {
    const before = latest.get(row.incident_id);
    if ((row.step === 'file') !== (before === undefined)) tell('step', 'each incident filed once, and first');
    if (before?.state === 'resolved') tell('step', 'nothing after an incident is resolved');
    if (row.step === 'acknowledge' && before?.isAcknowledged)
      tell('step', 'an incident acknowledged once, before anything else is done to it');
    const atMs = Date.parse(row.at);
    if (before && atMs < before.atMs) tell('at', 'the steps of an incident in order');
    const state = stateAfter(row, before?.state ?? 'investigating');
    if (before && judgeMove(before.state, state) === 'back') tell('state', 'states that only go forward');
    for (const column of neededIncidentCells[row.step])
      if (!row[column]) tell(column, `a value, for this is the step ${row.step}`);
    if (row.step === 'update' && state === before?.state && !textOf(row)) tell('text_kk', 'a text, or another state');
    if (row.unit_codes.some((code) => !units.has(code))) tell('unit_codes', 'codes of geography.csv');
    latest.set(row.incident_id, { atMs, state, isAcknowledged: row.step !== 'file' });
  });
}

function stateAfter(row: IncidentScriptRow, before: 'investigating' | 'identified' | 'monitoring' | 'resolved') {
  return row.step === 'resolve' ? 'resolved' : (row.state ?? before);
}

/** The incidents of a package, checked, in the order of their filing. */
export function toIncidentScripts(rows: readonly NumberedRow<IncidentScriptRow>[]): IncidentScript[] {
  const scripts = new Map<string, IncidentScript>();
  for (const { row } of rows) {
    const script = scripts.get(row.incident_id);
    if (script) script.steps.push(toStep(row));
    else scripts.set(row.incident_id, { reference: row.incident_id, filed: toFiling(row), steps: [] });
  }
  return [...scripts.values()];
}

function toFiling(row: IncidentScriptRow): IncidentScript['filed'] {
  const { at, by, category, severity, unit_codes: unitCodes, title_kk: kk, title_ru: ru, title_en: en } = row;
  if (!category || !severity) throw new Error(`incident ${row.incident_id} was not checked`);
  const isPublic = row.is_public === 'yes';
  return { at, by, category, severity, unitCodes, isPublic, title: { kk, ru, en }, text: textOf(row) };
}

function toStep(row: IncidentScriptRow): IncidentStep {
  const { at, by } = row;
  if (row.step === 'acknowledge') return { at, by, kind: 'acknowledge' };
  const state = row.step === 'resolve' ? 'resolved' : (row.state ?? undefined);
  return { at, by, kind: 'update', change: { state, text: textOf(row), isPublic: row.is_public === 'yes' } };
}

/** In the languages that it is written in; undefined where that is none. */
function textOf({ text_kk: kk, text_ru: ru, text_en: en }: IncidentScriptRow): TimelineText | undefined {
  const written = Object.entries({ kk, ru, en }).filter(([, text]) => text);
  return written.length > 0 ? Object.fromEntries(written) : undefined;
}
