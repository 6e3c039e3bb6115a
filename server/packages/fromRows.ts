import type { CandidacyChange, CandidacyEntry, Contest } from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';
import type { Names } from '#domain/languages.ts';
import type { CandidacyChangeRow, CandidacyRow, ContestRow, GeographyRow } from '#domain/packageRows.ts';

export function toUnit(row: GeographyRow): Unit {
  return {
    code: row.code,
    parentCode: row.parent_code || null,
    level: row.level,
    iso: row.iso_3166_2 || null,
    names: namesOf(row),
    tile: row.tile_column === null || row.tile_row === null ? null : { column: row.tile_column, row: row.tile_row },
  };
}

export function toContest(row: ContestRow): Contest {
  return {
    id: row.contest_id,
    unitCode: row.unit_code,
    names: namesOf(row),
    seats: row.seats,
    votesAllowed: row.votes_allowed,
    shareOf: row.share_of,
  };
}

export function toCandidacy(row: CandidacyRow): CandidacyEntry {
  return { id: row.candidacy_id, contestId: row.contest_id, ballotNumber: row.ballot_number, names: namesOf(row) };
}

export function toCandidacyChange(row: CandidacyChangeRow): CandidacyChange {
  return {
    candidacyId: row.candidacy_id,
    status: row.status,
    votes: row.votes,
    announcedAt: row.announced_at,
    number: row.number,
    decidedBy: { kk: row.decided_by_kk, ru: row.decided_by_ru, en: row.decided_by_en },
    rule: { kk: row.rule_kk, ru: row.rule_ru, en: row.rule_en },
    reason: { kk: row.reason_kk, ru: row.reason_ru, en: row.reason_en },
  };
}

function namesOf(row: { name_kk: string; name_ru: string; name_en: string }): Names {
  return { kk: row.name_kk, ru: row.name_ru, en: row.name_en };
}
