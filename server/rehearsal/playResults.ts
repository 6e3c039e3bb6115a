import { isFolded } from '#db/aggregate/isFolded.ts';
import { findDraft } from '#db/counting/getDraft.ts';
import { getLastEdition } from '#db/counting/getPreviousContests.ts';
import { personKey } from '#db/counting/personKey.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { markBallots } from '#db/vote/markBallots.ts';
import type { RehearsedResults } from '#domain/election.ts';
import { Conflict } from '#domain/errors.ts';
import { votingSpan } from '#domain/schedule.ts';
import { countEdition } from '../counting/countEdition.ts';
import type { SigningKey } from '../press/signingKey.ts';
import type { Rehearsal, RehearsalDatabases, Stepper } from './rehearsal.ts';

type ScriptedEdition = RehearsedResults['editions'][number];

/**
 * Does what the package's people have to do by `nowMs` for the next edition and have not done: count, draw lots, approve. All of
 * it is read off the databases, so it may be asked at any time and killed at any point.
 */
export async function playResults(
  databases: RehearsalDatabases,
  rehearsal: Rehearsal & { signingKey: SigningKey },
  nowMs: number,
  step: Stepper,
): Promise<void> {
  const { results } = rehearsal.source.election;
  const first = results?.editions[0];
  if (!results || !first || nowMs < Date.parse(first.countedAt)) return;
  const number = (await getLastEdition(databases.board.db)) + 1;
  const scripted = results.editions[number - 1];
  if (!scripted || nowMs < Date.parse(scripted.countedAt)) return;
  const draft = await findDraft(databases.board.db);
  const isOpen = () => isVotingOpen(databases, nowMs);
  if (draft?.number !== number) {
    const counting = { scripted, by: results.countedBy, isOpen };
    if ((await isOpen()) || !(await countNext(databases, rehearsal, counting, step))) return;
  }
  await approve(databases, scripted, nowMs);
}

/** False while the turnout board is not as far as the votes, or where voting was reopened meanwhile. */
async function countNext(
  databases: RehearsalDatabases,
  { source, seed, signingKey }: Rehearsal & { signingKey: SigningKey },
  { scripted, by, isOpen }: { scripted: ScriptedEdition; by: string; isOpen(): Promise<boolean> },
  step: Stepper,
): Promise<boolean> {
  if (!(await isFolded({ vote: databases.vote.db, board: databases.board.db }))) return false;
  await step('marks on the ballots', (tell) =>
    markBallots(databases.vote, source, seed, (marks) => tell(`${marks.toLocaleString('en')} marks`)),
  );
  const { reason, countedAt, lotsDrawnBy } = scripted;
  const drawing = { drawnBy: lotsDrawnBy, drawnAt: countedAt, clerk: by };
  return step('results, counted and sealed', async (tell) => {
    try {
      const { number } = await countEdition(databases, { kind: 'tally' }, { by, reason, signingKey, drawing, tell });
      tell(`edition ${number}`);
      return true;
    } catch (error) {
      if (error instanceof Conflict && (await isOpen())) return false;
      throw error;
    }
  });
}

/** The leadership may have extended voting past the moment at which the package counts. */
async function isVotingOpen({ board }: RehearsalDatabases, nowMs: number): Promise<boolean> {
  const span = votingSpan(await getSchedule(board.db));
  return span !== null && nowMs < span.closesAtMs;
}

async function approve({ board }: RehearsalDatabases, { approvals }: ScriptedEdition, nowMs: number): Promise<void> {
  const draft = await findDraft(board.db);
  if (!draft || draft.state === 'objected' || draft.state === 'released') return;
  const { editionId, manifestHash, verdicts } = draft;
  const given = new Set(verdicts.map(({ person }) => personKey(person)));
  for (const { person, at } of approvals) {
    if (nowMs < Date.parse(at) || given.has(personKey(person))) continue;
    await recordVerdict(board.db, { editionId, manifestHash, person, at, verdict: 'approved', reason: null });
  }
}
