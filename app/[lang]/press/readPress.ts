import type { EmbedChoices, PressContent } from '#components/press/content.ts';
import { pressFiles } from '#components/press/pressFiles.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { composeBoard } from '#domain/composeBoard.ts';
import { NotFound } from '#domain/errors.ts';
import type { Unit } from '#domain/geography.ts';
import type { Language } from '#domain/languageCodes.ts';
import { ContestsFile } from '#domain/results/resultFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { rateLimit, requestCosts } from '../../api/rateLimit.ts';
import { readSigningKeys } from '../../api/readSigningKeys.ts';
import { getEditionFile } from '../../editionFiles.ts';
import { readPressState } from '../../editions.ts';
import { readEnvironment } from '../../environment.ts';
import { findScope, readState } from '../../readBoardPage.ts';
import { readEditionJson } from '../../readEditionJson.ts';

/** Everything that the pages of the press show; null while there is nothing to show at all. */
export async function readPress(language: Language): Promise<PressContent | null> {
  const readings = await readState();
  if (!readings) return null;
  const { election, state } = readings;
  const nowMs = Date.now();
  const [{ editions }, keys] = await Promise.all([readPressState(), readSigningKeys()]);
  const environment = readEnvironment();
  const board = composeBoard(state.value, findScope(state.value.units, { level: 'country' }), nowMs);
  return {
    election: election.value,
    board: state.isLast ? { ...board, staleSince: board.checkedAt } : board,
    editions: [...editions].reverse(),
    sizes: await readSizes(editions.at(-1)),
    keys: keys.map(({ id, publicKeyPem }) => ({ id, publicKeyPem })),
    limits: {
      pointsPerMinute: (rateLimit.points * 60) / rateLimit.seconds,
      request: requestCosts.file,
      search: requestCosts.search,
      feed: requestCosts.feed,
      megabyte: requestCosts.megabyte,
    },
    embeds: await readEmbedChoices(state.value.units, language),
    renderedAtMs: nowMs,
    live: { url: environment.LIVE_PUBLIC_URL ?? null, port: environment.LIVE_PORT },
  };
}

async function readEmbedChoices(units: readonly Unit[], language: Language): Promise<EmbedChoices> {
  const file = await readEditionJson(ContestsFile, resultPaths.contests);
  return {
    units: units.map(({ code, level, parentCode, names }) => ({ code, level, parentCode, name: names[language] })),
    contests: (file?.contests ?? []).map(({ id, unitCode, names }) => ({ id, unitCode, name: names[language] })),
  };
}

async function readSizes(edition: PublicEdition | undefined): Promise<Record<string, number>> {
  if (!edition) return {};
  const sizes = await Promise.all(
    pressFiles.map(async ({ path }) => {
      const file = await getEditionFile(edition, path).catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
      return [path, file?.sizes.identity] as const;
    }),
  );
  return Object.fromEntries(sizes.flatMap(([path, size]) => (size === undefined ? [] : [[path, size]])));
}
