'use client';

import { useTranslations } from 'next-intl';
import type { TurnoutEmbedContent } from '#components/embed/content.ts';
import { EmbedFrame } from '#components/embed/EmbedFrame.tsx';
import { type Format, useFormat } from '#components/format/useFormat.ts';
import { TileMap } from '#components/map/TileMap.tsx';
import { tileOfRow } from '#components/map/tileOfRow.ts';
import { HeldNotice } from '#components/turnout/HeldNotice.tsx';
import { HeroFigure } from '#components/turnout/HeroFigure.tsx';
import { electorate, votedOfEligible } from '#domain/ratio.ts';
import { TickingBanner, TickingFreshness } from './TickingFreshness.tsx';
import { type LiveBoard, useLiveBoard } from './useLiveBoard.ts';

interface Props {
  content: TurnoutEmbedContent;
}

/** How many of a unit's members have voted, on a page of others. */
export function TurnoutEmbed({ content }: Props) {
  const { election, live: address } = content;
  const format = useFormat(election.timeZone);
  const live = useLiveBoard(content.board, address);
  const [row] = live.board.rows;
  if (!row) return null;
  return (
    <Frame content={content} live={live} format={format}>
      <div>
        <HeroFigure row={row} election={election} format={format} />
      </div>
      <HeldNotice row={row} format={format} />
    </Frame>
  );
}

/** The parts of a unit as tiles, on a page of others. */
export function MapEmbed({ content }: Props) {
  const t = useTranslations('board');
  const { election, units, live: address } = content;
  const format = useFormat(election.timeZone);
  const live = useLiveBoard(content.board, address);
  const [row, ...parts] = live.board.rows;
  if (!row) return null;
  const total = electorate(row);
  return (
    <Frame content={content} live={live} format={format}>
      <p className="-mt-2 tabular-nums">
        {t(`announce.${election.electorate}`, {
          count: total,
          total: format.count(total),
          voted: format.count(row.voted),
          percent: format.percent(votedOfEligible(row) ?? 0),
        })}
      </p>
      <div className="-mx-1 sm:mx-0">
        <TileMap
          tiles={parts.map((part) => tileOfRow(part, units, format.language))}
          label={t(live.board.scope.level === 'country' ? 'map.regions' : 'map.districts')}
          isEmbedded
        />
      </div>
    </Frame>
  );
}

function Frame({
  content: { election, units, renderedAtMs },
  live,
  format,
  children,
}: Props & { live: LiveBoard; format: Format; children: React.ReactNode }) {
  const t = useTranslations('site');
  const { language } = format;
  const { scope, isTest } = live.board;
  const ticking = { live, renderedAtMs, format };
  return (
    <EmbedFrame
      title={t('title', { unit: units.find(({ code }) => code === scope.code)?.names[language] ?? scope.code })}
      electionName={election.names[language]}
      isTest={isTest}
      href={scope.level === 'country' ? `/${language}` : `/${language}/${scope.level}s/${scope.code}`}
      freshness={<TickingFreshness {...ticking} />}
    >
      <TickingBanner {...ticking} />
      {children}
    </EmbedFrame>
  );
}
