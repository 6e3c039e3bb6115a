import { NotFound } from '#domain/errors.ts';
import type { CandidacyDecision } from '#domain/results/candidacy.ts';
import { nudgeLive } from '../aggregate/foldTurnout.ts';
import { type DatabaseClient, sql } from '../client.ts';

/** Puts a decision on a candidacy into force; earlier ones stay as history. Said twice it counts once. Throws NotFound. */
export async function announceCandidacyChange(
  db: DatabaseClient['db'],
  candidacyId: string,
  { status, votes, announcedAt, number, decidedBy, rule, reason }: CandidacyDecision,
): Promise<void> {
  await db.transaction(async (tx) => {
    const known = await tx.execute(sql`select from board.candidacy where id = ${candidacyId}`);
    if (known.length === 0) throw new NotFound(`there is no candidacy ${candidacyId}`);
    // First: the register of violations holds it when it comes to the same change, and neither must wait for the other.
    await tx.execute(sql`select from board.version for update`);
    const made = await tx.execute(sql`
      insert into board.candidacy_change (candidacy_id, status, votes, announced_at, number, decided_by, rule, reason)
      values (${candidacyId}, ${status}, ${votes}, ${announcedAt}, ${number}, ${JSON.stringify(decidedBy)}::jsonb,
        ${JSON.stringify(rule)}::jsonb, ${JSON.stringify(reason)}::jsonb)
      on conflict do nothing returning id`);
    if (made.length === 0) return;
    const [row] = await tx.execute<{ version: string }>(sql`
      update board.version set version = version + 1 returning version`);
    await nudgeLive(tx, Number(row?.version));
  });
}
