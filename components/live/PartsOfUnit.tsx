'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import { TileMap } from '#components/map/TileMap.tsx';
import { tileOfRow } from '#components/map/tileOfRow.ts';
import type { PageUnit } from '#components/turnout/content.ts';
import { UnitTable } from '#components/turnout/UnitTable.tsx';
import type { UnitRow } from '#components/turnout/unitRows.ts';
import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import type { Series } from '#domain/series.ts';

interface Props {
  board: Board;
  units: PageUnit[];
  election: Election;
  sparks: Series['sparks'];
  format: Format;
}

/** The regions of the country or the districts of a region, as a map and as a table; nothing for a district. */
export function PartsOfUnit({ board, units, election, sparks, format }: Props) {
  const t = useTranslations('board.map');
  const { language } = format;
  const { rows, scope } = board;
  const parts = useMemo(() => namedRows(rows.slice(1), units, sparks, language), [rows, units, sparks, language]);
  const level = scope.level === 'country' ? 'region' : 'district';
  const tiles = useMemo(() => parts.map((part) => tileOfRow(part, units, language)), [parts, units, language]);
  if (scope.level === 'district' || parts.length === 0) return null;
  const mapTitle = t(level === 'region' ? 'regions' : 'districts');
  return (
    <>
      <section aria-labelledby="map" className="card min-w-0 p-4 sm:p-6 lg:col-span-12">
        <h2 id="map" className="mb-4 text-base font-semibold">
          {mapTitle}
        </h2>
        <TileMap tiles={tiles} label={mapTitle} />
      </section>
      <UnitTable rows={parts} level={level} election={election} format={format} />
    </>
  );
}

function namedRows(
  rows: Board['rows'],
  units: PageUnit[],
  sparks: Series['sparks'],
  language: Format['language'],
): UnitRow[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const hours = new Map(sparks.map((spark) => [spark.code, spark.votedByHour]));
  return rows.map((row) => {
    const names = byCode.get(row.code)?.names ?? { kk: row.code, ru: row.code, en: row.code };
    return { ...row, names, name: names[language], votedByHour: hours.get(row.code) ?? null };
  });
}
