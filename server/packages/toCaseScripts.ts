import type { CandidacyChange } from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';
import type { Names } from '#domain/languages.ts';
import type { CommissionLevel } from '#domain/staff/person.ts';
import type { CaseScript, CaseStep } from '#domain/violations/caseScript.ts';
import type { CaseScriptRow } from '#domain/violations/caseScriptRow.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { NumberedRow } from './readTable.ts';
import { decisionKey } from './readViolations.ts';

interface Beside {
  units: readonly Unit[];
  changes: readonly CandidacyChange[];
}

/** The cases of a package, checked, in the order of their filing; a decision without a text is one of candidacy_changes.csv. */
export function toCaseScripts(rows: readonly NumberedRow<CaseScriptRow>[], { units, changes }: Beside): CaseScript[] {
  const parents = new Map(units.map(({ code, level, parentCode }) => [code, { level, parentCode }]));
  const decisions = new Map(changes.map((change) => [decisionKey(change.candidacyId, change.number), change]));
  const scripts = new Map<string, CaseScript>();
  for (const { row } of rows) {
    const script = scripts.get(row.case_id);
    if (!script) {
      scripts.set(row.case_id, { reference: row.case_id, filed: toFiling(row), steps: [] });
      continue;
    }
    const unit = parents.get(script.filed.unitCode);
    const regionCode = unit?.level === 'district' ? unit.parentCode : script.filed.unitCode;
    const commissionOf = (level: CommissionLevel | null): Commission => ({
      level: level ?? 'central',
      regionCode: level === 'central' ? null : regionCode,
      districtCode: level === 'district' ? script.filed.unitCode : null,
    });
    const announced = decisions.get(decisionKey(script.filed.candidacyId, row.number));
    script.steps.push({ at: row.at, by: row.by, ...toStep(row, commissionOf(row.commission_level), announced) });
  }
  return [...scripts.values()];
}

function toFiling(row: CaseScriptRow): CaseScript['filed'] {
  const { at, by, channel, category, unit_code, candidacy_id, summary, reporter, contacts, accused } = row;
  if (!channel || !category || !unit_code) throw new Error(`case ${row.case_id} was not checked`);
  const restricted = { reporter: reporter || null, contacts: contacts || null, accused: accused || null };
  return {
    at,
    by,
    channel,
    category,
    unitCode: unit_code,
    contestId: null,
    candidacyId: candidacy_id,
    summary,
    restricted,
  };
}

type Step = CaseStep extends infer Each ? (Each extends CaseStep ? Omit<Each, 'at' | 'by'> : never) : never;

function toStep(row: CaseScriptRow, commission: Commission, announced: CandidacyChange | undefined): Step {
  const { step, note, number, verdict, measure, votes, outcome } = row;
  const [rule, text] = [namesOf(row, 'rule'), namesOf(row, 'text')];
  if (step === 'registered' || step === 'review') return { kind: step };
  if (step === 'assigned') return { kind: step, commission };
  if (step === 'transferred') return { kind: step, commission, note };
  if (step === 'duplicate') return { kind: step, of: row.duplicate_of };
  if (step === 'appeal_filed') return { kind: step, grounds: note };
  if (step === 'appeal_decided' && outcome) return { kind: step, appeal: { outcome, number, rule, text, commission } };
  if (step !== 'decided' || !verdict) throw new Error(`case ${row.case_id} was not checked`);
  const given = { number, verdict, measure, votes };
  if (row.text_kk !== '' || !announced) return { kind: step, decision: { ...given, rule, text } };
  const { decidedBy, reason } = announced;
  return { kind: step, decision: { ...given, rule: announced.rule, text: reason, decidedBy } };
}

function namesOf(row: CaseScriptRow, part: 'rule' | 'text'): Names {
  return { kk: row[`${part}_kk`], ru: row[`${part}_ru`], en: row[`${part}_en`] };
}
