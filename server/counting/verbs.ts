import { writeFileSync } from 'node:fs';
import { getCountBasis } from '#db/counting/getCountBasis.ts';
import { getDraft } from '#db/counting/getDraft.ts';
import { confirmPublication, proposePublication } from '#db/counting/movePublication.ts';
import { recordLot, voidLot } from '#db/counting/recordLot.ts';
import { liftRetraction, recordRetraction } from '#db/counting/recordRetraction.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { parseElectionTime } from '#domain/electionTime.ts';
import { InvalidInput } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import type { VerdictKind } from '#domain/results/draftState.ts';
import { createSigningKey, type SigningKey } from '../press/signingKey.ts';
import type { CommandLine, Verb } from './commandLine.ts';
import { type CountingDatabases, type CountSource, countEdition } from './countEdition.ts';
import { describeStatus } from './describeStatus.ts';
import { publishZeroFeed } from './zeroFeed.ts';

export interface CountingTools {
  databases: CountingDatabases;
  /** Throws InvalidInput where no key is named. */
  signingKey(): SigningKey;
  print(line: string): void;
}

type Work = (line: CommandLine, tools: CountingTools) => Promise<void>;

/** Makes a key; it needs no database. Throws InvalidInput where the file is there. */
export function makeKey(path: string): string {
  const key = createSigningKey();
  try {
    writeFileSync(path, key.privateKeyPem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new InvalidInput(`${path}: cannot write the key (${error instanceof Error ? error.message : error})`);
  }
  return key.id;
}

export const verbs: Record<Exclude<Verb, 'key'>, Work> = {
  zero: async (_, { databases, signingKey, print }) => {
    await publishZeroFeed(databases.board, signingKey());
    print('the zero feed is out');
  },
  count: (line, tools) => count(line, tools, { kind: 'tally' }),
  import: (line, tools) => count(line, tools, { kind: 'protocols', path: line.word() }),
  reissue: (line, tools) => count(line, tools, { kind: 'retraction' }),
  status: async (_, { databases, print }) => print(await describeStatus(databases.board.db)),
  approve: (line, tools) => judge(line, tools, 'approved'),
  object: (line, tools) => judge(line, tools, 'objected'),
  lot: async (line, { databases, print }) => {
    const { db } = databases.board;
    const contestId = line.word();
    const recordedBy = line.text('by');
    if (line.void) await voidLot(db, contestId, recordedBy);
    else {
      const order = line
        .text('order')
        .split(',')
        .map((id) => id.trim());
      await recordLot(db, { contestId, order, drawnBy: line.text('drawn-by'), recordedBy });
    }
    print(`recorded; count again, for it changes the draft`);
  },
  retract: async (line, { databases, print }) => {
    const record = { contestId: line.word(), reason: requireReason(line), decidedBy: line.text('by') };
    await recordRetraction(databases.board.db, record);
    print('taken back; count again, or reissue what is public');
  },
  lift: async (line, { databases, print }) => {
    await liftRetraction(databases.board.db, line.word(), line.text('by'));
    print('lifted; count again, or reissue what is public');
  },
  'propose-publication': async (line, { databases, print }) => {
    const { db } = databases.board;
    const { election } = await getCountBasis(db);
    const decidedBy = line.names('decided');
    if (!decidedBy)
      throw new InvalidInput('--decided-kk, --decided-ru and --decided-en are missing: who decided, for the public');
    const publishAt = new Date(parseElectionTime(line.word(), election.timeZone)).toISOString();
    const reason = requireReason(line);
    const id = await proposePublication(db, { publishAt, reason, decidedBy, proposedBy: line.text('by') });
    print(`proposal ${id}: ${publishAt}; a second person confirms it`);
  },
  'confirm-publication': async (line, { databases, print }) => {
    const word = line.word();
    if (!/^\d{1,9}$/.test(word)) throw new InvalidInput(`${word}: expected the number of a proposal`);
    await confirmPublication(databases.board.db, Number(word), line.text('by'));
    print('the publication is moved, and every page says so');
  },
};

function requireReason(line: CommandLine): Names {
  const reason = line.names('reason');
  if (!reason) throw new InvalidInput('--reason-kk, --reason-ru and --reason-en are missing: why, for the public');
  return reason;
}

async function count(
  line: CommandLine,
  { databases, signingKey, print }: CountingTools,
  source: CountSource,
): Promise<void> {
  const draft = await countEdition(databases, source, {
    by: line.text('by'),
    reason: line.names('reason'),
    signingKey: signingKey(),
    tell: print,
  });
  print(
    `edition ${draft.number} is sealed: ${draft.contests} contests, ${draft.withheld} withheld, ${draft.tied} tied, ${draft.files} files`,
  );
  print(`hash ${draft.manifestHash}`);
  print('two people have to approve it by this hash');
}

async function judge(line: CommandLine, { databases, print }: CountingTools, verdict: VerdictKind): Promise<void> {
  const { db } = databases.board;
  const { editionId } = await getDraft(db);
  const reason = verdict === 'objected' ? line.text('reason') : null;
  await recordVerdict(db, { editionId, manifestHash: line.word(), person: line.text('by'), verdict, reason });
  print(`${verdict}; the draft is ${(await getDraft(db)).state}`);
}
