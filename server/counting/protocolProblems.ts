import type { PackageProblem } from '#domain/electionPackage.ts';
import { enoughProblems, type NumberedRow } from '#server/packages/readTable.ts';
import type { ContestPlaces } from './protocolPlaces.ts';
import { groupProtocols, type ProtocolLines, type ProtocolRow } from './protocolRow.ts';

type Figure = 'votes' | 'ballots' | 'blank' | 'invalid';
const figures: readonly Figure[] = ['votes', 'ballots', 'blank', 'invalid'];

/** Everything that a whole file of protocols lacks or contradicts, up to as many as are worth telling. */
export function protocolProblems(
  file: string,
  rows: readonly NumberedRow<ProtocolRow>[],
  places: ReadonlyMap<string, ContestPlaces>,
): PackageProblem[] {
  const protocols = groupProtocols(rows);
  const missing = missingProtocols(protocols, places);
  const wrong = wrongFigures(protocols, places);
  const swapped = wrong.length > 0 ? swappedColumns(rows, places) : [];
  return [...swapped, ...missing, ...wrong].slice(0, enoughProblems).map((problem) => ({ file, ...problem }));
}

type Problem = Omit<PackageProblem, 'file'>;

/** Contests and districts without a single line, and candidacies that a protocol leaves out. */
function missingProtocols(protocols: readonly ProtocolLines[], places: ReadonlyMap<string, ContestPlaces>): Problem[] {
  const counted = new Map([...places.keys()].map((id) => [id, new Set<string>()]));
  for (const { contestId, districtCode } of protocols) counted.get(contestId)?.add(districtCode);
  const silent = [...places].flatMap(([contestId, { districtCodes, uncontested }]) => {
    const found = counted.get(contestId);
    if (!found?.size) return uncontested ? [] : [missing('contest_id', contestId, 'the protocols of this contest')];
    return [...districtCodes]
      .filter((code) => !found.has(code))
      .map((code) => missing('district_code', code, `the protocol of ${contestId} in this district`));
  });
  return [...silent, ...protocols.flatMap((protocol) => missingLines(protocol, places))];
}

function missingLines({ contestId, districtCode, lines }: ProtocolLines, places: ReadonlyMap<string, ContestPlaces>) {
  const named = new Set(lines.map(({ row }) => row.candidacy_id));
  const expected = `a line of this candidacy in ${contestId} in ${districtCode}, with 0 where it has no votes`;
  return (places.get(contestId)?.candidacyIds ?? [])
    .filter((id) => !named.has(id))
    .map((id) => missing('candidacy_id', id, expected, lines.at(-1)?.line ?? null));
}

function missing(column: string, value: string, expected: string, line: number | null = null): Problem {
  return { line, column, value, expected };
}

function wrongFigures(protocols: readonly ProtocolLines[], places: ReadonlyMap<string, ContestPlaces>): Problem[] {
  const problems: Problem[] = [];
  for (const protocol of protocols) {
    const contest = places.get(protocol.contestId);
    if (contest) problems.push(...figureProblems(protocol, contest));
    if (problems.length >= enoughProblems) break;
  }
  return problems;
}

/** The arithmetic of one protocol: votes + blank = (ballots − invalid) × votesAllowed. */
function figureProblems({ contestId, districtCode, lines }: ProtocolLines, contest: ContestPlaces): Problem[] {
  const [first] = lines;
  if (!first) return [];
  const { ballots, blank, invalid } = first.row;
  const tell = ({ line, row }: NumberedRow<ProtocolRow>, column: Figure, expected: string) => ({
    line,
    column,
    value: String(row[column]),
    expected,
  });
  const place = `${contestId} in ${districtCode}`;

  const differing = lines.flatMap((numbered) =>
    (['ballots', 'blank', 'invalid'] as const)
      .filter((column) => numbered.row[column] !== first.row[column])
      .map((column) => tell(numbered, column, `${first.row[column]}, as in line ${first.line} of ${place}`)),
  );
  if (differing.length > 0) return differing;
  if (invalid > ballots) return [tell(first, 'invalid', `at most the ${ballots} ballots of ${place}`)];
  const valid = ballots - invalid;
  const tooMany = lines.filter(({ row }) => row.votes > valid);
  if (tooMany.length > 0)
    return tooMany.map((numbered) => tell(numbered, 'votes', `at most the ${valid} valid ballots of ${place}`));
  if (lines.length < contest.candidacyIds.length) return [];

  const votes = lines.reduce((sum, { row }) => sum + row.votes, 0);
  const possible = valid * contest.votesAllowed;
  if (votes + blank === possible) return [];
  const sides = `${votes} + ${blank} is ${votes + blank}, (${ballots} - ${invalid}) × ${contest.votesAllowed} is ${possible}`;
  const expected = `votes + blank = (ballots - invalid) × votes allowed in ${place}: ${sides}`;
  return [{ line: first.line, column: 'votes', value: null, expected }];
}

/** The two columns that, exchanged, leave nothing wrong in the whole file. */
function swappedColumns(
  rows: readonly NumberedRow<ProtocolRow>[],
  places: ReadonlyMap<string, ContestPlaces>,
): Problem[] {
  const pairs = figures.flatMap((left, index) => figures.slice(index + 1).map((right) => [left, right] as const));
  const found = pairs.find(([left, right]) => {
    const exchanged = rows.map(({ line, row }) => ({ line, row: { ...row, [left]: row[right], [right]: row[left] } }));
    return wrongFigures(groupProtocols(exchanged), places).length === 0;
  });
  if (!found) return [];
  const [left, right] = found;
  const expected = `${left} under ${left}: are the columns ${left} and ${right} swapped? Exchanged, every sum is right`;
  return [{ line: 1, column: left, value: null, expected }];
}
