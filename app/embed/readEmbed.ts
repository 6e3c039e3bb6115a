import type { ContestEmbedContent, TurnoutEmbedContent } from '#components/embed/content.ts';
import type { EmbedKind } from '#components/embed/embed.ts';
import { composeBoard } from '#domain/composeBoard.ts';
import { NotFound } from '#domain/errors.ts';
import { readEnvironment } from '../environment.ts';
import { readState } from '../readBoardPage.ts';
import { readResultsPage } from '../readResultsPage.ts';

/** What an embed of turnout shows; null while there is nothing to show at all. Throws NotFound. */
export async function readTurnoutEmbed(
  code: string,
  kind: Exclude<EmbedKind, 'contest'>,
): Promise<TurnoutEmbedContent | null> {
  const readings = await readState();
  if (!readings) return null;
  const { election, state } = readings;
  const { units } = state.value;
  const unit = units.find((candidate) => candidate.code === code);
  // A district has no parts that a map could show.
  if (!unit || (kind === 'map' && unit.level === 'district')) throw new NotFound(`no ${kind} of ${code}`);
  const nowMs = Date.now();
  const board = composeBoard(state.value, { level: unit.level, code: unit.code }, nowMs);
  const { LIVE_PUBLIC_URL, LIVE_PORT } = readEnvironment();
  return {
    election: election.value,
    board: state.isLast ? { ...board, staleSince: board.checkedAt } : board,
    units: units
      .filter((part) => part === unit || (kind === 'map' && part.parentCode === unit.code))
      .map(({ code: partCode, parentCode, level, names, tile }) => ({
        code: partCode,
        parentCode,
        level,
        names,
        tile,
      })),
    renderedAtMs: nowMs,
    live: { url: LIVE_PUBLIC_URL ?? null, port: LIVE_PORT },
  };
}

/** What an embed of a contest shows; null while not even the list of contests is public. Throws NotFound. */
export async function readContestEmbed(id: string): Promise<ContestEmbedContent | null> {
  const page = await readResultsPage({ kind: 'contest', id });
  if (page?.kind !== 'contest') return null;
  const { file, ...content } = page.content;
  const { electionId, isTest, edition, status, corrects, reason, sealedAt, contest, units } = file;
  const { areas: _areas, regions: _regions, ...rest } = contest;
  return {
    ...content,
    file: {
      ...{ electionId, isTest, edition, status, corrects, reason, sealedAt },
      contest: rest,
      units: units.map(({ code, names }) => ({ code, names })),
    },
  };
}
