import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { votingSpan } from '#domain/phase.ts';
import type { OverviewContent } from './content.ts';
import { FlowCard } from './FlowCard.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { OpenIncidents } from './OpenIncidents.tsx';
import { PartsCard } from './PartsCard.tsx';
import { PipelineCard } from './PipelineCard.tsx';
import { RefusalsCard } from './RefusalsCard.tsx';
import { StallsCard } from './StallsCard.tsx';
import type { Drill } from './useDrill.ts';
import type { WatchedOverview } from './useOverview.ts';

interface Props {
  content: OverviewContent;
  watched: WatchedOverview;
  drill: Drill;
  electionMs: number;
  placeNames(codes: readonly string[]): string;
  format: Format;
}

/** All parts of the leadership board: three columns where there is room, else under one another, the most urgent first. */
export function BoardBody({ content, watched: { overview, lostAtMs }, drill, electionMs, placeNames, format }: Props) {
  const t = useTranslations('overview');
  const { timeZone, maySee } = content;
  const nameOf = (code: string) => placeNames([code]);
  const hasParts = overview.parts.length > 0;
  const span = votingSpan(overview.schedule);
  const opens = span && format.dayAndTime(span.opensAtMs);
  return (
    <section
      aria-label={t('figures')}
      className={`flex min-h-0 flex-1 flex-col gap-3 ${lostAtMs === null ? '' : 'grayscale'}`}
    >
      <KeyFigures overview={overview} format={format} />
      <div
        className={`grid min-h-0 flex-1 grid-cols-1 gap-3 md:max-xl:grid-cols-2 xl:grid-rows-[minmax(0,1fr)] ${hasParts ? 'xl:grid-cols-[minmax(0,19.5rem)_minmax(0,1fr)_minmax(0,27.5rem)]' : 'xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]'}`}
      >
        <div className="contents xl:flex xl:min-h-0 xl:flex-col xl:gap-3">
          <OpenIncidents
            {...{ electionMs, placeNames, format }}
            incidents={overview.incidents}
            className="max-xl:order-1 max-xl:max-h-[70vh] xl:min-h-36 xl:flex-1"
          />
          <RefusalsCard refusals={overview.refusals} format={format} className="max-xl:order-5 xl:max-h-[52%]" />
        </div>
        <div className="contents xl:flex xl:min-h-0 xl:flex-col xl:gap-3">
          <FlowCard
            {...{ overview, timeZone, opens }}
            className="max-xl:order-3 md:max-xl:col-span-2 xl:min-h-60 xl:flex-1"
          />
          <div className="contents xl:grid xl:max-h-[46%] xl:grid-cols-[minmax(0,1.8fr)_minmax(0,1fr)] xl:gap-3">
            <PipelineCard
              stages={overview.cases}
              mayOpen={maySee.violations}
              format={format}
              className="max-xl:order-6"
            />
            <StallsCard {...{ overview, nameOf, electionMs, format }} className="max-xl:order-2 max-xl:max-h-72" />
          </div>
        </div>
        {hasParts && (
          <PartsCard {...{ overview, drill, nameOf, format }} className="max-xl:order-4 md:max-xl:col-span-2" />
        )}
      </div>
    </section>
  );
}
