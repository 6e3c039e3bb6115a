import { NotFound } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { type DraftState, draftStateOf, type VerdictKind } from '#domain/results/draftState.ts';
import { type Database, sql, toInstant } from '../client.ts';
import type { EditionSource } from './sealEdition.ts';

export interface DraftVerdict {
  person: string;
  verdict: VerdictKind;
  reason: string;
  at: string;
}

export interface DraftStatus {
  editionId: number;
  number: number;
  source: EditionSource;
  reason: Names | null;
  sealedBy: string;
  sealedAt: string;
  manifestHash: string;
  state: DraftState;
  verdicts: DraftVerdict[];
  /** When it is due, by the publication time in force. */
  publishAt: string | null;
}

/** The draft that people decide on, or where there is none the edition released last. Throws NotFound before the first is sealed. */
export async function getDraft(db: Database): Promise<DraftStatus> {
  const draft = await findDraft(db);
  if (!draft) throw new NotFound('no edition is sealed yet: count first');
  return draft;
}

export async function findDraft(db: Database): Promise<DraftStatus | null> {
  const [row] = await db.execute<{
    id: string;
    number: number;
    source: EditionSource;
    reason: Names | null;
    sealed_by: string;
    sealed_at: string;
    manifest_hash: string;
    released: boolean;
    outdated: boolean;
    publish_at: string | null;
    verdicts: DraftVerdict[];
  }>(sql`
    select e.id, e.number, e.source, e.reason, e.sealed_by, e.sealed_at, e.manifest_hash, e.state = 'released' as released,
      exists (select from sealed.act a where a.contest_id is not null and a.id > e.last_act) as outdated,
      (select publish_at from board.publication_change order by announced_at desc, id desc limit 1) as publish_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('person', a.person, 'verdict', a.kind, 'reason', sealed.read_body(a.body) ->> 'reason',
          'at', a.at) order by a.id)
        from sealed.act a where a.edition_id = e.id), '[]') as verdicts
    from sealed.edition e where e.state in ('open', 'released') order by e.id desc limit 1`);
  if (!row) return null;
  return {
    editionId: Number(row.id),
    number: row.number,
    source: row.source,
    reason: row.reason,
    sealedBy: row.sealed_by,
    sealedAt: toInstant(row.sealed_at),
    manifestHash: row.manifest_hash,
    state: draftStateOf({ isReleased: row.released, isOutdated: row.outdated, verdicts: row.verdicts }),
    verdicts: row.verdicts.map((verdict) => ({ ...verdict, at: toInstant(verdict.at) })),
    publishAt: row.publish_at && toInstant(row.publish_at),
  };
}
