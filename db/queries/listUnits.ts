import type { Level, Unit } from '#domain/geography.ts';
import type { Names } from '#domain/languages.ts';
import { type Database, sql } from '../client.ts';

/** Every unit of the election in the package's order, the country first. */
export async function listUnits(db: Database): Promise<Unit[]> {
  const rows = await db.execute<{
    code: string;
    parent_code: string | null;
    level: Level;
    iso: string | null;
    names: Names;
    tile_column: number | null;
    tile_row: number | null;
  }>(sql`select code, parent_code, level, iso, names, tile_column, tile_row from board.unit order by position`);
  return rows.map((row) => ({
    code: row.code,
    parentCode: row.parent_code,
    level: row.level,
    iso: row.iso,
    names: row.names,
    tile: row.tile_column === null || row.tile_row === null ? null : { column: row.tile_column, row: row.tile_row },
  }));
}
