'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { formatPermille } from '#components/format/format.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { MapLegend } from './MapLegend.tsx';
import { Tile } from './Tile.tsx';
import { codeTail, tileNames } from './tileNames.ts';
import { stepOf, turnoutSteps, wholePercent } from './turnoutSteps.ts';
import { useArrowKeys } from './useArrowKeys.ts';

export interface MapTile {
  code: string;
  name: string;
  /** Stands on a narrow tile; the end of the code where there is none. */
  shortName?: string | undefined;
  href: string;
  /** Turnout in tenths of a percent, null where there is no figure. */
  permille: number | null;
  /** What the tile prints instead of its percentage. */
  figure?: string | undefined;
  /** Whether the figure is held back at its last good value. */
  held: boolean;
  position: { column: number; row: number } | null;
}

interface Props {
  tiles: MapTile[];
  label: string;
  /** On pages of others: tiles open in a new tab, and the legend is one line. */
  isEmbedded?: boolean;
}

/** Units as tiles, each with its figure and a shade for it: by place on a grid, or in rows where they have none. */
export function TileMap({ tiles, label, isEmbedded = false }: Props) {
  const t = useTranslations('map');
  const language = languageOr(useLocale());
  const arrowKeys = useArrowKeys(tiles.length);
  const steps = turnoutSteps(tiles.flatMap(({ permille }) => (permille === null ? [] : [permille])));
  const names = tileNames(tiles.map(({ name }) => name));
  const isPlaced = tiles.length > 0 && tiles.every(({ position }) => position !== null);
  const columns = Math.max(0, ...tiles.map(({ position }) => (position?.column ?? 0) + 1));
  return (
    <div className="@container">
      <ul
        ref={arrowKeys.list}
        onKeyDown={arrowKeys.onKeyDown}
        onFocus={arrowKeys.onFocus}
        aria-label={label}
        className={
          isPlaced ? 'grid gap-[3px] @2xl:gap-1.5' : 'grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-1.5'
        }
        style={isPlaced ? { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` } : undefined}
      >
        {tiles.map((tile, index) => (
          <li key={tile.code} style={placeOf(tile, isPlaced)} className="min-w-0">
            <Tile
              href={tile.href}
              isEmbedded={isEmbedded}
              name={names[index] ?? tile.name}
              fullName={tile.name}
              shortName={isPlaced ? (tile.shortName ?? codeTail(tile.code)) : null}
              figure={tile.figure ?? (tile.permille === null ? null : formatPermille(language, tile.permille))}
              wholeFigure={tile.permille === null ? null : t('percent', { value: wholePercent(tile.permille) })}
              step={tile.permille === null ? null : stepOf(tile.permille, steps)}
              isHeld={tile.held}
              tabIndex={arrowKeys.tabIndexOf(index)}
            />
          </li>
        ))}
      </ul>
      <MapLegend
        steps={steps}
        isShort={isEmbedded}
        hasHeld={tiles.some(({ held }) => held)}
        hasMissing={tiles.some(({ permille }) => permille === null)}
      />
    </div>
  );
}

function placeOf({ position }: MapTile, isPlaced: boolean): CSSProperties | undefined {
  return isPlaced && position ? { gridColumn: position.column + 1, gridRow: position.row + 1 } : undefined;
}
