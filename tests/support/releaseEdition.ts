import type { DatabaseClient } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { type CountBasis, getCountBasis } from '#db/counting/getCountBasis.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import type { Names } from '#domain/languages.ts';
import { composeEdition } from '#domain/results/composeEdition.ts';
import type { Edition } from '#domain/results/edition.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { editionInput } from '#server/counting/editionInput.ts';
import { type SealedDraft, sealDraft } from '#server/counting/sealDraft.ts';
import { publishZeroFeed } from '#server/counting/zeroFeed.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import type { TestDatabase } from './database.ts';

export const testSigningKey = createSigningKey();
export const approvers = ['Aisha Omarova', 'Bolat Serikov'] as const;

export interface SmallEditionOptions {
  /** Votes of a candidacy by its place on the ballot, in each district of its contest; 100 ballots there. */
  votesOf?: (ballotNumber: number, contestId: string) => number;
  /** Of a correction. */
  reason?: Names;
}

const fewerEachTime = (ballotNumber: number) => 34 - 4 * ballotNumber;

/** Seals an edition of the election that is loaded, with 100 ballots in each district, as the counting role. */
export async function sealSmallEdition(
  database: Pick<TestDatabase, 'client' | 'connectAs'>,
  { votesOf = fewerEachTime, reason }: SmallEditionOptions = {},
): Promise<SealedDraft & { edition: Edition }> {
  await announceSchedule(database.client);
  const counting = database.connectAs('saylau_counting');
  const basis = await getCountBasis(counting.db);
  const edition = composeEdition({
    ...editionInput(basis, {
      electionId: basis.election.id,
      isTest: basis.election.isTest,
      edition: basis.lastEdition + 1,
      status: 'complete',
      corrects: basis.lastEdition || null,
      reason: reason ?? null,
      sealedAt: basis.now,
    }),
    protocols: listProtocols(basis, votesOf),
    source: 'protocols',
  });
  const draft = {
    edition,
    source: 'protocols',
    by: 'Counting hall',
    signingKey: testSigningKey,
    lastAct: basis.lastAct,
  } as const;
  return { ...(await sealDraft(counting, draft)), edition };
}

/** Seals an edition, has two people approve it and releases it: publication is set to now. Returns the board's version that it made. */
export async function releaseSmallEdition(
  database: Pick<TestDatabase, 'client' | 'connectAs'>,
  options: SmallEditionOptions = {},
): Promise<SealedDraft & { edition: Edition; version: number }> {
  const draft = await sealSmallEdition(database, options);
  await approveTwice(database, draft);
  await publishNow(database.client);
  const version = await releaseDue(database.connectAs('saylau_aggregator').db);
  if (version === null) throw new Error('the edition was not released');
  return { ...draft, version };
}

export async function approveTwice(
  database: Pick<TestDatabase, 'connectAs'>,
  { editionId, manifestHash }: Pick<SealedDraft, 'editionId' | 'manifestHash'>,
): Promise<void> {
  const { db } = database.connectAs('saylau_counting');
  for (const person of approvers) {
    await recordVerdict(db, { editionId, manifestHash, person, verdict: 'approved', reason: null });
  }
}

/** Puts the zero feed of the election that is loaded out, as the counting role. */
export async function putSmallZeroFeed(database: Pick<TestDatabase, 'client' | 'connectAs'>): Promise<void> {
  await announceSchedule(database.client);
  await publishZeroFeed(database.connectAs('saylau_counting'), testSigningKey);
}

const names = (name: string) => ({ kk: name, ru: name, en: name });

/** A window for those that none was announced to; votes come by protocols. */
async function announceSchedule(owner: DatabaseClient): Promise<void> {
  const { schedule } = await getCountBasis(owner.db);
  if (schedule.windows.length > 0) return;
  await announceWindow(owner.db, {
    channel: 'online',
    opensAt: '2020-10-01T00:00:00+06:00',
    closesAt: '2020-10-04T14:00:00+06:00',
    announcedAt: '2020-09-01T00:00:00+06:00',
    reason: null,
    decidedBy: names('commission'),
  });
}

async function publishNow(owner: DatabaseClient): Promise<void> {
  const { schedule, now } = await getCountBasis(owner.db);
  if (schedule.publications.some(({ publishAt }) => Date.parse(publishAt) <= Date.parse(now))) return;
  const change = { publishAt: now, announcedAt: now, reason: null, decidedBy: names('commission') };
  await announcePublication(owner.db, change);
}

function listProtocols(
  { contests, candidacies, units }: CountBasis,
  votesOf: NonNullable<SmallEditionOptions['votesOf']>,
) {
  return contests.flatMap((contest) =>
    units
      .filter(({ code, parentCode, level }) => level === 'district' && [code, parentCode].includes(contest.unitCode))
      .map((district): Protocol => {
        const own = candidacies.filter(({ contestId }) => contestId === contest.id);
        const votes = new Map(own.map(({ id, ballotNumber }) => [id, votesOf(ballotNumber, contest.id)]));
        const given = [...votes.values()].reduce((sum, count) => sum + count, 0);
        const blank = 100 * contest.votesAllowed - given;
        return { contestId: contest.id, districtCode: district.code, ballots: 100, invalid: 0, blank, votes };
      }),
  );
}
