import { NotFound } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { caseId } from '#domain/violations/caseId.ts';
import type { CaseDetail, CaseEvent } from '#domain/violations/staffCase.ts';
import { type Database, sql, toInstant } from '../client.ts';
import { type CaseRow, caseColumns, toStaffCase } from './caseRow.ts';
import { listDecisions } from './listDecisions.ts';

/** Everything known of a case but its restricted fields. Throws NotFound. */
export async function getCase(db: Database, number: number): Promise<CaseDetail> {
  const [row] = await db.execute<
    CaseRow & { contest_names: Names | null; candidacy_names: Names | null; duplicates: number[] }
  >(sql`
    select ${caseColumns}, contest.names as contest_names, candidacy.names as candidacy_names,
      array(select d.number from ops.violation d where d.duplicate_of = v.number order by d.number limit 100) as duplicates
    from ops.violation v left join board.contest on contest.id = v.contest_id
      left join board.candidacy on candidacy.id = v.candidacy_id
    where v.number = ${number}`);
  if (!row) throw new NotFound(`no case ${caseId(number)}`);
  return {
    ...toStaffCase(row),
    contestNames: row.contest_names,
    candidacyNames: row.candidacy_names,
    events: await listEvents(db, number),
    decisions: await listDecisions(db, number),
    duplicates: row.duplicates.map(caseId),
  };
}

async function listEvents(db: Database, number: number): Promise<CaseEvent[]> {
  const rows = await db.execute<{
    id: string;
    at: string;
    kind: CaseEvent['kind'];
    from_state: CaseEvent['fromState'];
    to_state: CaseEvent['toState'];
    detail: CaseEvent['detail'];
    note: string | null;
    person_name: string;
  }>(sql`
    select id, at, kind, from_state, to_state, detail, note, person_name from ops.violation_event
    where number = ${number} order by id desc limit 200`);
  return rows.map((event) => ({
    id: Number(event.id),
    at: toInstant(event.at),
    kind: event.kind,
    fromState: event.from_state,
    toState: event.to_state,
    detail: event.detail,
    note: event.note,
    personName: event.person_name,
  }));
}
