import { sql, type Transaction } from '../client.ts';

/**
 * Shows the ledger of what changed in `version`; a district that breaks an invariant keeps its last good figures, is
 * quarantined with the rule it breaks, and is shown again by the first version in which it breaks none.
 */
export async function showTurnout(tx: Transaction, version: number): Promise<void> {
  await tx.execute(sql`
    with judged as materialized (select district_code, rule from board.turnout_fault where version = ${version}),
    held as (
      insert into board.quarantine (district_code, rule, since, since_version)
      select district_code, rule, board.election_now(), ${version} from judged where rule is not null
      on conflict (district_code) where lifted_at is null do update set rule = excluded.rule
        where quarantine.rule <> excluded.rule
    ),
    lifted as (
      update board.quarantine q set lifted_at = board.election_now()
      from judged where q.district_code = judged.district_code and judged.rule is null and q.lifted_at is null
    ),
    shown as (
      update board.turnout t set shown_authorized = authorized, shown_refused = refused, shown_voted = voted, version = ${version}
      from judged where t.district_code = judged.district_code and judged.rule is null
        and (shown_authorized, shown_refused, shown_voted) is distinct from (authorized, refused, voted)
    )
    update board.turnout_refusal t set shown_refused = refused
    from judged where t.district_code = judged.district_code and judged.rule is null and shown_refused <> refused`);
}
