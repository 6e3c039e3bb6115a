'use client';

import { useTranslations } from 'next-intl';
import { type Format, useFormat } from '#components/format/useFormat.ts';
import type { ResultsContent } from '#components/results/content.ts';
import type { Step } from '#components/results/ResultsTrail.tsx';
import { TurnoutCard } from '#components/results/TurnoutCard.tsx';
import type { Unit } from '#domain/geography.ts';
import type { TurnoutBeside } from '#domain/results/edition.ts';
import { TickingPublicationLine } from './TickingPublication.tsx';

/** The publication to come, where the figures of the page are not public yet. */
export function WaitingLine({ content, format }: { content: ResultsContent<unknown>; format: Format }) {
  return <TickingPublicationLine board={content.board} renderedAtMs={content.renderedAtMs} format={format} />;
}

interface TurnoutOfProps {
  unit: Unit;
  content: ResultsContent<{ status: string }>;
  /** As it was sealed with the results. */
  turnout: TurnoutBeside | null;
}

/** Turnout of the page's unit: of this moment before the results, as sealed with them after. */
export function TurnoutOf({ unit, content: { board, election, file }, turnout }: TurnoutOfProps) {
  const format = useFormat(election.timeZone);
  const isSealed = file.status !== 'pre-election';
  const figures = isSealed ? turnout : board.rows[0];
  if (!figures) return null;
  return (
    <TurnoutCard
      turnout={figures}
      electorate={election.electorate}
      href={`/${format.language}${unit.level === 'country' ? '' : `/${unit.level}s/${unit.code}`}`}
      unitName={unit.names[format.language]}
      isSealed={isSealed}
      format={format}
    />
  );
}

/** From all results to the units above the page. */
export function useSteps(units: readonly Unit[], language: Format['language']): Step[] {
  const t = useTranslations('results');
  return [
    { href: `/${language}/results`, text: t('title') },
    ...units.map(({ level, code, names }) => ({
      href: `/${language}/results/${level}s/${code}`,
      text: names[language],
    })),
  ];
}
