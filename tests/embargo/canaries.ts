import { type Database, sql } from '#db/client.ts';
import type { AreaResult, ContestResult } from '#domain/results/edition.ts';
import { ContestFile } from '#domain/results/resultFiles.ts';

/** What nobody outside the counting may see before the publication. */
export interface Canaries {
  /** Counts of the sealed edition that no public file and no turnout row has. */
  counts: ReadonlySet<string>;
  /** Shares of candidacies, by contest, region and district; from 0 to 1. */
  shares: readonly number[];
  /** Hashes and signatures, hex. */
  digests: readonly string[];
  /** Sizes of sealed files that no public one has. */
  sizes: ReadonlySet<string>;
  /** Candidacies of a contest, the winner first: their ids, and their names. */
  orders: readonly (readonly string[])[];
  /** Paths of the sealed edition's files. */
  paths: readonly string[];
}

interface StoredFile extends Record<string, unknown> {
  path: string;
  sha256: Buffer;
  bytes: Buffer;
}

/** With fewer digits a number is not unusual enough to accuse anybody. */
const unusual = /\d{8,}/g;
const numbersOf = (files: readonly StoredFile[]) =>
  files
    .filter(({ path }) => /\.(json|csv)$/.test(path))
    .flatMap(({ bytes }) => bytes.toString('utf8').match(unusual) ?? []);

/** Read from the open sealed edition itself, as the owner, so that no file or figure of it is left out. */
export async function readCanaries(owner: Database): Promise<Canaries> {
  const [edition] = await owner.execute<{ id: string; manifest_hash: string }>(
    sql`select id, manifest_hash from sealed.edition where state = 'open'`,
  );
  if (!edition) throw new Error('no edition is sealed');
  const sealed = await owner.execute<StoredFile>(sql`
    select path, sha256, substr(content, 1, size) as bytes from sealed.file
    where edition_id = ${edition.id} and kind = 'file' order by path`);
  const shown = await owner.execute<StoredFile>(sql`select path, sha256, bytes from published.file`);
  const turnout = await owner.execute<{ figures: string }>(sql`
    select (t.*)::text as figures from board.turnout t union all select (u.*)::text from board.unit u`);

  const publicCounts = new Set([
    ...numbersOf(shown),
    ...turnout.flatMap(({ figures }) => figures.match(unusual) ?? []),
  ]);
  const publicDigests = new Set(shown.map(({ sha256 }) => sha256.toString('hex')));
  const publicSizes = new Set(shown.map(({ bytes }) => bytes.length));
  const contests = sealed
    .filter(({ path }) => /^contests\/.*\.json$/.test(path))
    .map(({ bytes }) => ContestFile.parse(JSON.parse(bytes.toString('utf8'))).contest);
  return {
    counts: new Set(numbersOf(sealed).filter((count) => !publicCounts.has(count))),
    shares: contests.flatMap(listShares),
    digests: [
      edition.manifest_hash,
      ...sealed.map(({ sha256 }) => sha256.toString('hex')),
      ...sealed.filter(({ path }) => path === 'manifest.sig').map(({ bytes }) => bytes.toString('hex')),
    ].filter((digest) => !publicDigests.has(digest)),
    sizes: new Set(
      sealed
        .map(({ bytes }) => bytes.length)
        .filter((size) => !publicSizes.has(size))
        .map(String),
    ),
    orders: contests.flatMap(({ candidacies }) => [
      candidacies.map(({ id }) => id),
      candidacies.map(({ names }) => names.en),
    ]),
    paths: sealed.map(({ path }) => path),
  };
}

function listShares({ candidacies, figures, regions, areas }: ContestResult): number[] {
  const whole = {
    ...figures,
    votesByCandidacy: Object.fromEntries(candidacies.map(({ id, votes }) => [id, votes ?? 0])),
  };
  const places: Pick<AreaResult, 'votesByCandidacy'>[] = [whole, ...regions, ...areas];
  return places.flatMap((place) => {
    const { ballots, votes } = { ballots: 0, votes: 0, ...place };
    return Object.values(place.votesByCandidacy).flatMap((count) => [count / ballots, count / votes]);
  });
}
