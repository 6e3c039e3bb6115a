import type { PageUnit } from '#components/turnout/content.ts';
import type { BoardRow } from '#domain/board.ts';
import type { Language } from '#domain/languageCodes.ts';
import { votedOfEligible } from '#domain/ratio.ts';
import type { MapTile } from './TileMap.tsx';

/** The turnout of a unit as a tile that leads to its page. */
export function tileOfRow(row: BoardRow, units: readonly PageUnit[], language: Language): MapTile {
  const unit = units.find(({ code }) => code === row.code);
  return {
    code: row.code,
    name: unit?.names[language] ?? row.code,
    href: `/${language}/${unit?.level ?? 'district'}s/${row.code}`,
    permille: votedOfEligible(row),
    held: row.heldUnits > 0,
    position: unit?.tile ?? null,
  };
}
