import { createHash, randomUUID } from 'node:crypto';
import { Conflict } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import type { Outcome } from '#domain/results/edition.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { holdGate } from './gate.ts';

export const editionSources = ['tally', 'protocols', 'retraction'] as const;
export type EditionSource = (typeof editionSources)[number];

/** A file of an edition with its hash and, where they are smaller, its encodings. */
export interface EditionFile {
  path: string;
  mediaType: string;
  sha256: Buffer;
  bytes: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
}

export interface CandidacyFigures {
  id: string;
  votes: number | null;
  rank: number | null;
  outcome: Outcome | null;
}

export interface Draft {
  /** The last released edition's plus 1. */
  number: number;
  source: EditionSource;
  reason: Names | null;
  sealedBy: string;
  sealedAt: string;
  /** Hex SHA-256 of its manifest. */
  manifestHash: string;
  /** The newest act that it was counted with. */
  lastAct: number;
  files: readonly EditionFile[];
  candidacies: readonly CandidacyFigures[];
}

/** Seals a draft in the place of the one before, and returns its id. Throws Conflict where its number was released or voting times were changed meanwhile. */
export async function sealEdition(db: DatabaseClient['db'], draft: Draft): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into sealed.edition (number, source, reason, sealed_by, sealed_at, manifest_hash, last_act)
      values (${draft.number}, ${draft.source}, ${draft.reason && JSON.stringify(draft.reason)}::jsonb, ${draft.sealedBy},
        ${draft.sealedAt}, ${draft.manifestHash}, ${draft.lastAct})
      returning id`);
    const id = Number(row?.id);
    await Promise.all(
      shuffle([...draft.files.map(toRow), candidacyRow(draft)]).map((file) => insertFile(tx, id, file)),
    );
    await padEdition(tx, id);
    await holdGate(tx);
    await requireSameWindows(tx, draft);
    const [opened] = await tx.execute<{ fault: string | null }>(sql`select sealed.open_draft(${id}) as fault`);
    if (opened?.fault) throw new Conflict(opened.fault);
    return id;
  });
}

/** Voting may have been reopened while this was counted; from here on the gate keeps it closed. */
async function requireSameWindows(tx: Transaction, { sealedAt }: Draft): Promise<void> {
  const changed = await tx.execute(sql`
    select from board.window_change where announced_at > ${sealedAt} and announced_at <= board.election_now() limit 1`);
  if (changed.length > 0) throw new Conflict('voting times were changed while this was counted: count again');
}

interface FileRow extends EditionFile {
  kind: 'file' | 'candidacies';
}

const toRow = (file: EditionFile): FileRow => ({ ...file, kind: 'file' });

function candidacyRow({ candidacies }: Draft): FileRow {
  const rows = candidacies.map(({ id, votes, rank, outcome }) => ({ id, votes, rank, outcome }));
  const bytes = Buffer.from(JSON.stringify(rows));
  const sha256 = createHash('sha256').update(bytes).digest();
  return { kind: 'candidacies', path: '', mediaType: 'application/json', sha256, bytes, gzip: null, br: null };
}

/** Who watches the table grow must not learn which file is how large. */
function shuffle<T>(rows: readonly T[]): T[] {
  return rows
    .map((row) => ({ row, key: randomUUID() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

async function insertFile(tx: Transaction, editionId: number, file: FileRow): Promise<void> {
  const { kind, path, mediaType, sha256, bytes, gzip, br } = file;
  const content = Buffer.concat([bytes, gzip, br].filter((part) => part !== null));
  await tx.execute(sql`
    insert into sealed.file (edition_id, kind, path, media_type, sha256, size, gzip_size, br_size, content)
    values (${editionId}, ${kind}, ${path}, ${mediaType}, ${sha256}, ${bytes.length}, ${gzip?.length ?? 0}, ${br?.length ?? 0},
      sealed.pad(${content}::bytea))`);
}

/** Up to the next power of two, so that an edition is as large whatever its figures. */
async function padEdition(tx: Transaction, editionId: number): Promise<void> {
  await tx.execute(sql`
    insert into sealed.file (edition_id, kind, path, media_type, sha256, size, gzip_size, br_size, content)
    select ${editionId}, 'padding', '', '', '', 0, 0, 0,
      repeat('0', sealed.unit() * (power(2, ceil(log(2, units + 1)))::integer - units))::bytea
    from (select (sum(length(content)) / sealed.unit())::integer as units from sealed.file where edition_id = ${editionId}) own`);
}
