import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseClient } from '#db/client.ts';
import { type CountBasis, getCountBasis } from '#db/counting/getCountBasis.ts';
import type { EditionSource } from '#db/counting/sealEdition.ts';
import { tallyBallots } from '#db/vote/tallyBallots.ts';
import { Conflict, InvalidInput } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { composeEdition } from '#domain/results/composeEdition.ts';
import type { Edition, EditionHead } from '#domain/results/edition.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { votingSpan } from '#domain/schedule.ts';
import type { SigningKey } from '../press/signingKey.ts';
import { composeRetraction } from './composeRetraction.ts';
import { editionInput } from './editionInput.ts';
import { readProtocols } from './readProtocols.ts';
import { type SealedDraft, sealDraft } from './sealDraft.ts';
import { type Drawing, settleTies } from './settleTies.ts';

const foldRetries = 2;
const foldWaitMs = 500;

export interface CountingDatabases {
  board: DatabaseClient;
  vote: DatabaseClient;
}

export type CountSource =
  | { kind: 'tally' }
  /** A CSV file of protocols. */
  | { kind: 'protocols'; path: string }
  /** The newest edition as it stands, but for what was taken back since, or given again. */
  | { kind: 'retraction' };

export interface CountOptions {
  by: string;
  /** Of a correction. */
  reason: Names | null;
  signingKey: SigningKey;
  /** A rehearsal draws its lots itself; else ties stay until people record a lot. */
  drawing?: Drawing | null;
  tell?: (step: string) => void;
}

/**
 * Counts, and seals what came out as the draft of the next edition. Throws Conflict while voting is open, InvalidInput for a
 * correction without a reason or a lot that does not fit, and PackageError for a file with a fault.
 */
export async function countEdition(
  databases: CountingDatabases,
  source: CountSource,
  options: CountOptions,
): Promise<SealedDraft> {
  const basis = await getCountBasis(databases.board.db);
  requireClosed(basis);
  if (basis.lastEdition > 0 && !options.reason) {
    throw new InvalidInput(`edition ${basis.lastEdition} is public: a correction needs its reason`);
  }
  const counted = await count(databases, basis, source, options);
  options.tell?.('writing and sealing the files');
  return sealDraft(databases.board, { ...counted, source: source.kind, ...options });
}

interface Counted {
  edition: Edition;
  lastAct: number;
}

async function count(
  databases: CountingDatabases,
  basis: CountBasis,
  source: CountSource,
  options: CountOptions,
): Promise<Counted> {
  if (source.kind === 'retraction') {
    const edition = await composeRetraction(databases.board.db, basis, headOf(basis, options));
    return { edition, lastAct: basis.lastAct };
  }
  if (source.kind === 'protocols') {
    const districts = basis.units.filter(({ level }) => level === 'district');
    const protocols = await readProtocols(source.path, { ...basis, districts });
    return compose(databases.board, basis, { protocols, source: source.kind }, options);
  }
  const protocols = await tallyBallots(databases.vote.db);
  options.tell?.('comparing with the turnout board');
  const folded = await waitForFold(databases.board, basis, protocols);
  return compose(databases.board, folded, { protocols, source: source.kind }, options);
}

async function compose(
  board: DatabaseClient,
  basis: CountBasis,
  votes: { protocols: Protocol[]; source: Exclude<EditionSource, 'retraction'> },
  options: CountOptions,
): Promise<Counted> {
  const head = headOf(basis, options);
  if (!options.drawing)
    return { edition: composeEdition({ ...editionInput(basis, head), ...votes }), lastAct: basis.lastAct };
  const unsettled = composeEdition({ ...editionInput(basis, head), ...votes, lots: [] });
  await settleTies(board, basis, unsettled, options.drawing);
  const settled = await getCountBasis(board.db);
  return { edition: composeEdition({ ...editionInput(settled, head), ...votes }), lastAct: settled.lastAct };
}

function headOf({ election, lastEdition, now }: CountBasis, { reason }: CountOptions): EditionHead {
  return {
    electionId: election.id,
    isTest: election.isTest,
    edition: lastEdition + 1,
    status: 'complete',
    corrects: lastEdition > 0 ? lastEdition : null,
    reason: lastEdition > 0 ? reason : null,
    sealedAt: now,
  };
}

function requireClosed({ schedule, now }: CountBasis): void {
  const span = votingSpan(schedule);
  if (!span) throw new Conflict('no voting is announced: there is nothing to count');
  if (Date.parse(now) < span.closesAtMs) {
    throw new Conflict(`voting is open until ${new Date(span.closesAtMs).toISOString()}: count after it`);
  }
}

/** The fold may be a moment behind; where it stays different, the contests there are withheld. */
async function waitForFold(
  board: DatabaseClient,
  basis: CountBasis,
  protocols: readonly Protocol[],
): Promise<CountBasis> {
  const differs = ({ turnout }: CountBasis) =>
    protocols.some(({ districtCode, ballots }) => (turnout.get(districtCode)?.voted ?? ballots) !== ballots);
  let latest = basis;
  for (let retry = 0; retry < foldRetries && differs(latest); retry += 1) {
    await delay(foldWaitMs);
    latest = await getCountBasis(board.db);
  }
  return latest;
}
