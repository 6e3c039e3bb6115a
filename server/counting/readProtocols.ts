import { basename } from 'node:path';
import { PackageError } from '#domain/electionPackage.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { readTable } from '#server/packages/readTable.ts';
import { listPlaces, type ProtocolSources, placeChecker } from './protocolPlaces.ts';
import { protocolProblems } from './protocolProblems.ts';
import { groupProtocols, type ProtocolLines, ProtocolRow } from './protocolRow.ts';

/** The protocols of a whole country are a tenth of it; a larger file is refused unread. */
const largestBytes = 64 * 1024 * 1024;

/**
 * Protocols of every contest in every district that votes in it, from a CSV file with a row a contest, district and candidacy.
 * Throws PackageError that names every place at fault: all of the file is right, or nothing of it is used.
 */
export async function readProtocols(path: string, sources: ProtocolSources): Promise<Protocol[]> {
  const places = listPlaces(sources);
  const rows = await readTable(path, ProtocolRow, { largestBytes, problemOf: placeChecker(sources, places) });
  const problems = protocolProblems(basename(path), rows, places);
  if (problems.length > 0) throw new PackageError(problems);
  return groupProtocols(rows).flatMap(toProtocol);
}

function toProtocol({ contestId, districtCode, lines }: ProtocolLines): Protocol[] {
  const [first] = lines;
  if (!first) return [];
  const { ballots, invalid, blank } = first.row;
  const votes = new Map(lines.map(({ row }) => [row.candidacy_id, row.votes]));
  return [{ contestId, districtCode, ballots, invalid, blank, votes }];
}
